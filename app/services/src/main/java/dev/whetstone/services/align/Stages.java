package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.Score;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stages that lead from prompts to an adapter. Each does nothing when its result is there.
final class Stages {
    private final ModelRuntime runtime;
    private final LoopScorer scorer;
    private final LoopRules rules;
    private final AlignSettings settings;

    Stages(ModelRuntime runtime, LoopScorer scorer, LoopRules rules, AlignSettings settings) {
        this.runtime = runtime;
        this.scorer = scorer;
        this.rules = rules;
        this.settings = settings;
    }

    void sample(
            RunFolder.Step step,
            ModelRef policy,
            List<LoopPrompt> prompts,
            long seed,
            Progress progress)
            throws InterruptedException {
        JsonFiles.writeLines(step.prompts(), prompts.stream().map(LoopPrompt::row).toList());
        generate(
                step.prompts(),
                step.generated(),
                policy,
                settings.samples(),
                settings.sampling().withSeed(seed),
                progress);
    }

    void generate(
            Path prompts,
            Path out,
            ModelRef policy,
            int samples,
            Sampling sampling,
            Progress progress)
            throws InterruptedException {
        if (Files.exists(out)) {
            return;
        }
        Path unfinished = out.resolveSibling(out.getFileName() + ".part");
        makeFolder(out);
        runtime.run(
                new Job.Generate(policy, prompts, unfinished, samples, sampling, settings.device()),
                progress);
        WholeFile.move(unfinished, out);
    }

    void score(RunFolder.Step step, List<LoopPrompt> prompts, Progress progress)
            throws InterruptedException {
        if (Files.exists(step.responses())) {
            return;
        }
        writeScored(step.responses(), Sampled.readGenerated(step.generated(), prompts), progress);
    }

    void writeScored(Path out, List<Sampled> sampled, Progress progress)
            throws InterruptedException {
        List<LoopScorer.PromptedText> texts = new ArrayList<>();
        for (Sampled one : sampled) {
            one.texts()
                    .forEach(
                            text ->
                                    texts.add(
                                            new LoopScorer.PromptedText(
                                                    one.prompt().text(), text.text())));
        }
        List<Score> scores = scorer.score(texts, progress);
        List<ObjectNode> rows = new ArrayList<>();
        int from = 0;
        for (Sampled one : sampled) {
            int to = from + one.texts().size();
            rows.add(one.withScores(scores.subList(from, to)).json());
            from = to;
        }
        JsonFiles.writeLines(out, rows);
    }

    void pair(RunFolder.Step step, List<LoopPrompt> prompts, long seed, Pairing by) {
        if (Files.exists(step.gate())) {
            return;
        }
        Gate gate = new Gate(by, seed);
        List<Sampled> all = Sampled.read(step.responses(), prompts);
        List<Gate.Pair> pairs = gate.pairs(all);
        if (pairs.isEmpty()) {
            throw new ServiceException(
                    "align.no-pairs",
                    "No pair was left to train on: " + gate.dropped() + ".",
                    "Sample more responses or at a higher temperature, let them be longer where they"
                            + " were truncated (or keep truncated replies: --truncated keep), let"
                            + " pairs differ more in length (--length-ratio), or train the reward"
                            + " model on more judgements.");
        }
        rules.readAhead(Sampled.responses(all));
        JsonFiles.writeLines(step.pairs(), pairs.stream().map(this::row).toList());
        JsonFiles.write(step.gate(), gate.dropped());
    }

    void pairAtRandom(
            RunFolder.Step step, RunFolder.Step source, List<LoopPrompt> prompts, long seed) {
        if (Files.exists(step.gate())) {
            return;
        }
        Map<String, Double> real = new HashMap<>();
        for (JsonNode row : JsonFiles.readLines(source.pairs())) {
            real.put(row.path("id").asText(), row.path("p").asDouble());
        }
        Gate gate = new Gate(settings.pairing().withChoice(PairChoice.RANDOM), seed);
        List<ObjectNode> rows = new ArrayList<>();
        for (Gate.Pair pair : gate.pairs(Sampled.read(source.responses(), prompts))) {
            Double p = real.get(pair.sampled().prompt().id());
            if (p != null) {
                rows.add(row(new Gate.Pair(pair.sampled(), pair.chosen(), pair.rejected(), p)));
            }
        }
        JsonFiles.writeLines(step.pairs(), rows);
        JsonFiles.write(step.gate(), gate.dropped());
    }

    private ObjectNode row(Gate.Pair pair) {
        LoopPrompt prompt = pair.sampled().prompt();
        ObjectNode row = prompt.row();
        row.put("chosen", pair.chosenText());
        row.put("rejected", pair.rejectedText());
        row.put("score_chosen", pair.sampled().score(pair.chosen()));
        row.put("score_rejected", pair.sampled().score(pair.rejected()));
        row.put("p", pair.p());
        ObjectNode lineage = row.putObject("lineage");
        lineage.put("reward_version", scorer.version());
        lineage.put("sample_chosen", pair.chosen());
        lineage.put("sample_rejected", pair.rejected());
        ArrayNode votes = lineage.putArray("rules");
        for (LoopRules.Vote vote :
                rules.supporting(prompt, pair.chosenText(), pair.rejectedText())) {
            ObjectNode entry = votes.addObject();
            entry.put("rule", vote.rule().toString());
            entry.put("weight", vote.weight());
            ArrayNode judgements = entry.putArray("judgements");
            rules.causes(vote.rule()).stream()
                    .filter(cause -> cause.kind().equals("judgement"))
                    .forEach(cause -> judgements.add(cause.id()));
        }
        return row;
    }

    void train(RunFolder.Step step, ModelRef policy, long seed, Progress progress)
            throws InterruptedException {
        if (Files.exists(step.adapter())) {
            return;
        }
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode pair : JsonFiles.readLines(step.pairs())) {
            ObjectNode row = JsonFiles.object();
            row.set("id", pair.path("id"));
            row.set("prompt", pair.path("prompt"));
            row.set("chosen", pair.path("chosen"));
            row.set("rejected", pair.path("rejected"));
            row.set("p", pair.path("p"));
            rows.add(row);
        }
        JsonFiles.writeLines(step.trainingPairs(), rows);
        JsonNode result =
                runtime.run(
                        new Job.TrainDpo(
                                policy,
                                step.trainingPairs(),
                                step.training(),
                                settings.dpo().withSeed(seed),
                                settings.device()),
                        progress);
        JsonFiles.write(step.selfTests(), RunCheck.of(result));
        copyMetrics(step);
        WholeFile.copyFolder(step.training().resolve("adapter"), step.adapter());
    }

    private static void copyMetrics(RunFolder.Step step) {
        try {
            WholeFile.write(
                    step.metrics(), Files.readAllLines(step.training().resolve("metrics.jsonl")));
        } catch (IOException e) {
            throw new ServiceException(
                    "align.metrics", "The training left no metrics: " + e.getMessage(), "", e);
        }
    }

    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
