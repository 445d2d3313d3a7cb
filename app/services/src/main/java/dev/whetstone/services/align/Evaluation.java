package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.evaluate.Bootstrap;
import dev.whetstone.core.evaluate.WinRate;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.worker.ModelRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Measures policies on prompts the loop never used. Every policy answers the same prompts with the
/// same seed, and figures are compared prompt by prompt.
final class Evaluation {
    private static final long SEED = 424_242;

    private final ModelRuntime runtime;
    private final Stages stages;
    private final LoopRules rules;
    private final AlignSettings settings;

    Evaluation(ModelRuntime runtime, Stages stages, LoopRules rules, AlignSettings settings) {
        this.runtime = runtime;
        this.stages = stages;
        this.rules = rules;
        this.settings = settings;
    }

    /// One reply with its score.
    record Reply(LoopPrompt prompt, String text, boolean finished, double score) {
        int chars() {
            return text.codePointCount(0, text.length());
        }
    }

    /// @param samples all samples of each prompt
    /// @param texts the first sample of each
    record Measured(List<Sampled> samples, List<Reply> texts) {}

    Measured measure(
            RunFolder.Step step,
            List<LoopPrompt> prompts,
            ModelRef policy,
            int samples,
            Progress progress)
            throws InterruptedException {
        if (!Files.exists(step.evaluation())) {
            Path rows = step.folder().resolve("work/evaluation-prompts.jsonl");
            JsonFiles.writeLines(rows, prompts.stream().map(LoopPrompt::row).toList());
            stages.generate(
                    rows,
                    step.evaluationGenerated(),
                    policy,
                    samples,
                    settings.evaluationSampling().withSeed(settings.seed() + SEED),
                    progress);
            stages.writeScored(
                    step.evaluation(),
                    Sampled.readGenerated(step.evaluationGenerated(), prompts),
                    progress);
        }
        List<Sampled> all = Sampled.read(step.evaluation(), prompts);
        rules.readAhead(Sampled.responses(all));
        return new Measured(all, all.stream().map(sampled -> reply(sampled, 0)).toList());
    }

    private static Reply reply(Sampled sampled, int sample) {
        Sampled.Text text = sampled.texts().get(sample);
        return new Reply(sampled.prompt(), text.text(), text.finished(), sampled.score(sample));
    }

    /// Nats a response: mean of log π(y) - log base(y) over replies y of the policy.
    double kl(RunFolder.Step step, Measured now, ModelRef policy, Path base, Progress progress)
            throws InterruptedException {
        List<ObjectNode> rows = new ArrayList<>();
        for (Reply reply : now.texts()) {
            if (!reply.text().isEmpty()) {
                rows.add(reply.prompt().row().put("completion", reply.text()));
            }
        }
        JsonFiles.writeLines(step.logProbRows(), rows);
        Map<String, Double> own = logProbs(step, "policy", policy, progress);
        Map<String, Double> reference = logProbs(step, "base", ModelRef.of(base), progress);
        return own.entrySet().stream()
                .mapToDouble(
                        entry ->
                                entry.getValue()
                                        - reference.getOrDefault(entry.getKey(), Double.NaN))
                .average()
                .orElse(Double.NaN);
    }

    private Map<String, Double> logProbs(
            RunFolder.Step step, String name, ModelRef model, Progress progress)
            throws InterruptedException {
        Path out = step.logProbs(name);
        if (!Files.exists(out)) {
            Path unfinished = out.resolveSibling(out.getFileName() + ".part");
            runtime.run(
                    new Job.LogProbs(model, step.logProbRows(), unfinished, settings.device()),
                    progress);
            WholeFile.move(unfinished, out);
        }
        Map<String, Double> byId = new LinkedHashMap<>();
        for (JsonNode row : JsonFiles.readLines(out)) {
            byId.put(row.path("id").asText(), row.path("logprob").asDouble());
        }
        return byId;
    }

    AlignReport.Start start(Measured start) {
        return new AlignReport.Start(
                mean(start.texts(), Reply::score),
                mean(start.texts(), Reply::chars),
                eosRate(start.texts()),
                satisfaction(start.texts()));
    }

    IterationReport report(
            int number, RunFolder.Step step, int prompts, Measured start, Measured now, double kl) {
        Map<String, Double> last = TrainingMetrics.ending(JsonFiles.readLines(step.metrics()));
        Map<String, Integer> dropped = new LinkedHashMap<>();
        JsonFiles.read(step.gate(), ObjectNode.class)
                .properties()
                .forEach(entry -> dropped.put(entry.getKey(), entry.getValue().asInt()));
        Comparison comparison = compare(start.texts(), now.texts());
        return new IterationReport(
                number,
                prompts,
                JsonFiles.readLines(step.pairs()).size(),
                dropped,
                last.getOrDefault("loss", Double.NaN),
                last.getOrDefault("rewards/accuracies", Double.NaN),
                last.getOrDefault("rewards/margins", Double.NaN),
                kl,
                mean(now.texts(), Reply::score),
                mean(now.texts(), Reply::chars),
                eosRate(now.texts()),
                comparison.byReward(),
                comparison.lengthControlled(),
                comparison.byRules(),
                satisfaction(now.texts()),
                0,
                RunCheck.read(step.selfTests()));
    }

    /// What a person gets without any training: the best of several samples of the start.
    ControlReport bestOf(Measured start) {
        List<Reply> best =
                start.samples().stream().map(sampled -> reply(sampled, sampled.best())).toList();
        return control("best-of-" + settings.samples(), start, best);
    }

    ControlReport control(String name, Measured start, List<Reply> replies) {
        Comparison comparison = compare(start.texts(), replies);
        return new ControlReport(
                name,
                mean(replies, Reply::score),
                mean(replies, Reply::chars),
                comparison.byReward(),
                comparison.byRules(),
                satisfaction(replies));
    }

    private record Comparison(Estimate byReward, Estimate lengthControlled, Estimate byRules) {}

    private Comparison compare(List<Reply> start, List<Reply> now) {
        Map<String, Reply> before = new HashMap<>();
        start.forEach(reply -> before.put(reply.prompt().id(), reply));
        int n = now.size();
        double[] byReward = new double[n];
        double[] byRules = new double[n];
        double[] base = new double[n];
        double[] model = new double[n];
        for (int i = 0; i < n; i++) {
            Reply after = now.get(i);
            Reply then = before.getOrDefault(after.prompt().id(), after);
            byReward[i] = (Math.signum(after.score() - then.score()) + 1) / 2;
            byRules[i] =
                    (Math.signum(rules.lean(after.prompt(), after.text(), then.text())) + 1) / 2;
            base[i] = then.chars();
            model[i] = after.chars();
        }
        return new Comparison(
                estimate(WinRate.raw(byReward)),
                n < 2
                        ? Estimate.NONE
                        : estimate(WinRate.lengthControlled(byReward, base, model, random())),
                estimate(WinRate.raw(byRules)));
    }

    /// Each rule on the start's replies and on the last iteration's.
    List<RuleReport> rules(Measured start, Measured now) {
        List<RuleTally> before = tally(start.texts());
        List<RuleTally> after = tally(now.texts());
        List<RuleReport> reports = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            reports.add(after.get(i).against(before.get(i)));
        }
        return reports;
    }

    private List<RuleTally> tally(List<Reply> replies) {
        List<RuleTally> tallies = new ArrayList<>();
        for (Reply reply : replies) {
            List<LoopRules.Outcome> outcomes = rules.outcomes(reply.prompt(), reply.text());
            for (int i = 0; i < outcomes.size(); i++) {
                if (tallies.size() == i) {
                    tallies.add(new RuleTally(outcomes.get(i)));
                }
                tallies.get(i).add(outcomes.get(i).sign());
            }
        }
        return tallies;
    }

    /// Mean over replies of the share of the applicable rules' weight that a reply keeps.
    private Estimate satisfaction(List<Reply> replies) {
        double[] shares =
                replies.stream()
                        .mapToDouble(reply -> rules.kept(reply.prompt(), reply.text()).share())
                        .filter(share -> !Double.isNaN(share))
                        .toArray();
        if (shares.length == 0) {
            return Estimate.NONE;
        }
        List<Integer> own = IntStream.range(0, shares.length).boxed().toList();
        return estimate(
                new Bootstrap(own, 1000, random())
                        .interval(
                                items ->
                                        IntStream.of(items).mapToDouble(i -> shares[i]).sum()
                                                / items.length));
    }

    private RandomGenerator random() {
        return new SplittableRandom(settings.seed());
    }

    private static Estimate estimate(dev.whetstone.core.evaluate.Estimate of) {
        return new Estimate(of.value(), of.low(), of.high());
    }

    private static double eosRate(List<Reply> replies) {
        return mean(replies, reply -> reply.finished() ? 1 : 0);
    }

    private static double mean(List<Reply> replies, ToDoubleFunction<Reply> figure) {
        return replies.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
