package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A policy that says "good" with a probability that training moves: an adapter is that shift. It
/// does what the worker's jobs document, and dies at the call it is told to.
final class FakeRuntime implements ModelRuntime {
    private final int dieAtCall;
    private int calls;
    private final List<Job> jobs = new ArrayList<>();

    FakeRuntime(int dieAtCall) {
        this.dieAtCall = dieAtCall;
    }

    /// Stands for the process that was killed.
    static final class Killed extends RuntimeException {}

    List<Job> jobs() {
        return jobs;
    }

    @Override
    public JsonNode run(Job job, Progress progress) {
        if (++calls == dieAtCall) {
            leaveHalf(job);
            throw new Killed();
        }
        jobs.add(job);
        switch (job) {
            case Job.Generate generate -> generate(generate);
            case Job.LogProbs logProbs -> logProbs(logProbs);
            case Job.TrainDpo train -> {
                train(train);
                return tested();
            }
            default -> throw new IllegalArgumentException(job.toString());
        }
        return JsonFiles.object();
    }

    private static void leaveHalf(Job job) {
        try {
            switch (job) {
                case Job.Generate generate -> Files.writeString(generate.out(), "{\"id\":\"ha");
                case Job.LogProbs logProbs -> Files.writeString(logProbs.out(), "{\"id");
                case Job.TrainDpo train -> {
                    Files.createDirectories(train.out().resolve("adapter"));
                    Files.writeString(train.out().resolve("metrics.jsonl"), "{\"loss\":.6}\n{");
                }
                default -> throw new IllegalArgumentException(job.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double goodness(ModelRef model) {
        double sum = .3;
        for (Path adapter : model.adapters()) {
            sum +=
                    JsonFiles.read(adapter.resolve("shift.json"), JsonNode.class)
                            .path("shift")
                            .asDouble();
        }
        return Math.clamp(sum, .02, .98);
    }

    private static void generate(Job.Generate job) {
        double goodness = goodness(job.model());
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode prompt : JsonFiles.readLines(job.prompts())) {
            String id = prompt.path("id").asText();
            ObjectNode row = JsonFiles.object().put("id", id);
            ArrayNode responses = row.putArray("responses");
            for (int n = 0; n < job.samples(); n++) {
                var random =
                        new SplittableRandom(job.sampling().seed() * 31 + id.hashCode() * 7L + n);
                StringBuilder text = new StringBuilder("reply to " + id + ":");
                for (int w = 0; w < 6; w++) {
                    text.append(
                            random.nextDouble() < goodness ? " good" : " bad" + random.nextInt(9));
                }
                responses
                        .addObject()
                        .put("text", text.toString())
                        .put("tokens", 9)
                        .put("finished", random.nextInt(12) > 0);
            }
            rows.add(row);
        }
        JsonFiles.writeLines(job.out(), rows);
    }

    private static void logProbs(Job.LogProbs job) {
        double goodness = goodness(job.model());
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode row : JsonFiles.readLines(job.rows())) {
            double sum = 0;
            for (String word : row.path("completion").asText().split(" ", -1)) {
                if (word.equals("good")) {
                    sum += Math.log(goodness);
                } else if (word.startsWith("bad")) {
                    sum += Math.log((1 - goodness) / 9);
                }
            }
            rows.add(
                    JsonFiles.object()
                            .put("id", row.path("id").asText())
                            .put("logprob", sum)
                            .put("tokens", 9));
        }
        JsonFiles.writeLines(job.out(), rows);
    }

    private static void train(Job.TrainDpo job) {
        double shift = 0;
        List<JsonNode> pairs = JsonFiles.readLines(job.pairs());
        for (JsonNode pair : pairs) {
            shift += pair.path("p").asDouble() * (goods(pair, "chosen") - goods(pair, "rejected"));
        }
        shift *= .06 / pairs.size();
        JsonFiles.writeLines(
                job.out().resolve("metrics.jsonl"),
                List.of(
                        JsonFiles.object().put("step", 1).put("loss", Math.log(2)),
                        JsonFiles.object()
                                .put("step", 2)
                                .put("loss", .6)
                                .put("rewards/accuracies", .8)
                                .put("rewards/margins", .4)));
        JsonFiles.write(
                job.out().resolve("adapter/shift.json"),
                JsonFiles.object().put("shift", shift).put("seed", job.settings().seed()));
    }

    private static ObjectNode tested() {
        ObjectNode result = JsonFiles.object();
        result.putArray("self_tests")
                .addObject()
                .put("name", "padding")
                .put("words", "Padding does not change a score")
                .put("difference", 2e-6)
                .put("limit", 1e-3)
                .put("passed", true);
        return result;
    }

    private static int goods(JsonNode pair, String field) {
        return pair.path(field).asText().split(" good", -1).length - 1;
    }
}
