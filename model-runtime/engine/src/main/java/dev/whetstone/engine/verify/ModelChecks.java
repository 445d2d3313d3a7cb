package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.bench.EndlessModel;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.GenerationRequest;
import dev.whetstone.engine.policy.Policy;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `expected/NAME.json` of `checkpoints/NAME`: logits, log-probs, greedy ids.
final class ModelChecks {
    private static final double LOGITS = 1e-4;
    private static final double TOKEN = 1e-4;
    private static final double SUM = 1e-3;

    private ModelChecks() {}

    static void run(Path root, Suite suite, RunControl control) throws IOException {
        for (var file : Recorded.list(root.resolve("expected"))) {
            var name = file.getFileName().toString();
            if (!name.endsWith(".json")) {
                continue;
            }
            control.throwIfEnded();
            var expected = Recorded.json(file);
            var title = "expected/" + name.replace(".json", "");
            if (expected.has("same")) {
                for (var same : expected.path("same")) {
                    same(root, same, suite);
                }
            } else if (expected.has("batch")) {
                suite.attempt(title, () -> model(root, title, expected, suite));
            } else if (expected.has("cases")) {
                suite.attempt(title, () -> RewardChecks.run(root, title, expected, suite));
            } else if (expected.has("variants")) {
                RopeChecks.run(root, title, expected, suite);
            } else {
                suite.add(Check.failed(title, "this kind of recording is not supported"));
            }
        }
    }

    private static void model(Path root, String title, JsonNode expected, Suite suite)
            throws IOException {
        var config = root.resolve(expected.path("checkpoint").asText());
        var weights = root.resolve(expected.path("weights").asText());
        var arrays = SafetensorsFile.open(root.resolve(expected.path("arrays_file").asText()));
        try (var endless = EndlessModel.of(config, weights);
                var policy = Policy.load(ModelRef.of(endless.folder()), Device.CPU)) {
            logits(policy, title, expected, arrays, suite);
            logProbs(policy, title, expected.path("completions"), suite);
            greedy(policy, title, expected.path("greedy"), suite);
            batch(policy, title, expected.path("greedy_left_padded_batch"), suite);
            SamplingChecks.run(policy, title, expected, arrays, suite);
        }
        if (expected.has("greedy_until_eos") && hasWeights(config)) {
            try (var policy = Policy.load(ModelRef.of(config), Device.CPU)) {
                untilEnd(policy, title, expected.path("greedy_until_eos"), suite);
            }
        }
    }

    private static boolean hasWeights(Path folder) throws IOException {
        return Recorded.list(folder).stream()
                .anyMatch(file -> file.getFileName().toString().endsWith(".safetensors"));
    }

    private static void logits(
            Policy policy, String title, JsonNode expected, SafetensorsFile arrays, Suite suite) {
        var vocabulary = policy.config().vocabulary();
        var batch = expected.path("batch");
        var width = batch.path("input_ids").get(0).size();
        var all = Recorded.floats(arrays, "logits");
        var rows = all.length / width / vocabulary;
        var input = Recorded.rows(batch);
        // as one batch: where positions depend on the longest row, so do the others' logits
        var logits = policy.logits(input);
        var largest = 0.0;
        for (var i = 0; i < rows; i++) {
            // a recording of one row is of the second
            var row = rows == 1 ? 1 : i;
            largest =
                    Math.max(
                            largest,
                            Recorded.largest(
                                    logits,
                                    row * width * vocabulary,
                                    all,
                                    i * width * vocabulary,
                                    input.get(row).length * vocabulary));
        }
        suite.add(Check.of(title + " logits", largest, LOGITS));
        var at = expected.path("long").path("positions");
        var actual = policy.logits(Recorded.ids(expected.path("long").path("input_ids")));
        var recorded = Recorded.floats(arrays, "long_logits");
        largest = 0;
        for (var i = 0; i < at.size(); i++) {
            largest =
                    Math.max(
                            largest,
                            Recorded.largest(
                                    actual,
                                    at.get(i).asInt() * vocabulary,
                                    recorded,
                                    i * vocabulary,
                                    vocabulary));
        }
        suite.add(Check.of(title + " long logits", largest, LOGITS));
    }

    private static void logProbs(Policy policy, String title, JsonNode completions, Suite suite) {
        var rows = new ArrayList<Completion>();
        for (var row : completions) {
            rows.add(
                    new Completion(
                            Recorded.ids(row.path("prompt_ids")),
                            Recorded.ids(row.path("completion_ids"))));
        }
        var scores =
                dependsOnLength(policy, rows)
                        ? inOneBatch(policy, rows)
                        : policy.completionLogProbs(rows, RunControl.NONE);
        var token = 0.0;
        var sum = 0.0;
        for (var i = 0; i < rows.size(); i++) {
            var total = 0.0;
            for (var t = 0; t < scores.get(i).length; t++) {
                var value = scores.get(i)[t];
                total += value;
                token =
                        Math.max(
                                token,
                                Math.abs(
                                        value
                                                - completions
                                                        .get(i)
                                                        .path("token_logprobs")
                                                        .path(t)
                                                        .asDouble(Double.NaN)));
            }
            sum = Math.max(sum, Math.abs(total - completions.get(i).path("sum").asDouble()));
        }
        suite.add(Check.of(title + " token log-probs", token, TOKEN));
        suite.add(Check.of(title + " log-prob sums", sum, SUM));
    }

    /// Whether the rows have other positions in one batch, as they were recorded, than alone, as
    /// they are scored here.
    private static boolean dependsOnLength(Policy policy, List<Completion> rows) {
        return policy.config().positions() instanceof Rope rope
                && rows.stream().mapToInt(row -> rope.group(row.length())).distinct().count() > 1;
    }

    private static List<float[]> inOneBatch(Policy policy, List<Completion> rows) {
        var vocabulary = policy.config().vocabulary();
        var width = rows.stream().mapToInt(Completion::length).max().orElse(0);
        var logits = policy.logits(rows.stream().map(Completion::ids).toList());
        var scores = new ArrayList<float[]>();
        for (var row = 0; row < rows.size(); row++) {
            var ids = rows.get(row).completion();
            var values = new float[ids.length];
            for (var t = 0; t < ids.length; t++) {
                var place = row * width + rows.get(row).prompt().length + t - 1;
                values[t] = logProb(logits, place * vocabulary, vocabulary, ids[t]);
            }
            scores.add(values);
        }
        return scores;
    }

    private static float logProb(float[] logits, int from, int vocabulary, int id) {
        var total = 0.0;
        for (var i = 0; i < vocabulary; i++) {
            total += Math.exp(logits[from + i] - logits[from + id]);
        }
        return (float) -Math.log(total);
    }

    static void greedy(Policy policy, String title, JsonNode rows, Suite suite) {
        var differing = 0L;
        for (var row : rows) {
            var expected = Recorded.ids(row.path("new_ids"));
            differing +=
                    Recorded.differing(
                            answers(
                                            policy,
                                            List.of(Recorded.ids(row.path("prompt_ids"))),
                                            expected.length)
                                    .getFirst(),
                            expected);
        }
        suite.add(Check.equal(title + " greedy ids", differing));
    }

    /// Rows of different lengths at once.
    private static void batch(Policy policy, String title, JsonNode batch, Suite suite) {
        var prompts = Recorded.rows(batch);
        var length = batch.path("new_ids").path(0).size();
        var answers = answers(policy, prompts, length);
        var differing = 0L;
        for (var i = 0; i < prompts.size(); i++) {
            differing +=
                    Recorded.differing(answers.get(i), Recorded.ids(batch.path("new_ids").get(i)));
        }
        suite.add(Check.equal(title + " greedy ids in a batch", differing));
    }

    private static void untilEnd(Policy policy, String title, JsonNode recorded, Suite suite) {
        var prompts = Recorded.rows(recorded);
        var length = recorded.path("new_ids").path(0).size();
        var answers = answers(policy, prompts, length);
        var differing = 0L;
        for (var i = 0; i < prompts.size(); i++) {
            var single = Recorded.ids(recorded.path("single_rows").get(i));
            var alone = answers(policy, List.of(prompts.get(i)), single.length).getFirst();
            differing += Recorded.differing(alone, single);
            differing +=
                    Recorded.differing(
                            answers.get(i),
                            untilStop(
                                    Recorded.ids(recorded.path("new_ids").get(i)),
                                    policy.config().ids().eos()));
        }
        suite.add(Check.equal(title + " greedy ids until the end", differing));
    }

    /// Without the padding behind the stop token.
    private static int[] untilStop(int[] ids, List<Integer> stops) {
        for (var i = 0; i < ids.length; i++) {
            if (stops.contains(ids[i])) {
                return Arrays.copyOf(ids, i + 1);
            }
        }
        return ids;
    }

    private static List<int[]> answers(Policy policy, List<int[]> prompts, int length) {
        var requests = new ArrayList<GenerationRequest>();
        for (var i = 0; i < prompts.size(); i++) {
            requests.add(new GenerationRequest("row " + i, prompts.get(i)));
        }
        var answers = new ArrayList<int[]>();
        policy.generate(
                requests,
                new Sampling(0, 1, 0, 0, 1, length, 1),
                1,
                (request, samples) -> answers.add(samples.getFirst().ids()),
                RunControl.NONE);
        return answers;
    }

    /// A checkpoint in another spelling, whose logits are another's.
    private static void same(Path root, JsonNode same, Suite suite) throws IOException {
        var title = same.path("checkpoint").asText();
        var file = root.resolve("expected/" + same.path("equals_expected_of").asText() + ".json");
        if (!Files.isRegularFile(file)) {
            return;
        }
        suite.attempt(
                title,
                () -> {
                    var expected = Recorded.json(file);
                    var arrays =
                            SafetensorsFile.open(
                                    root.resolve(expected.path("arrays_file").asText()));
                    try (var endless =
                                    EndlessModel.of(
                                            root.resolve(title),
                                            root.resolve(same.path("weights").asText()));
                            var policy = Policy.load(ModelRef.of(endless.folder()), Device.CPU)) {
                        logits(policy, title, expected, arrays, suite);
                    }
                });
    }
}
