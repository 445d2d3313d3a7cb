package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.lora.PeftAdapter;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// What a run checks before it costs time: that it would notice what goes wrong, and that its
/// largest step fits into memory. It leaves the adapter as it was drawn.
final class DpoStart {
    private static final double NOISE = 0.02;

    private final Decoder decoder;
    private final List<AdapterModule> modules;
    private final LoraInit init;
    private final Learner learner;
    private final AdamW optimizer;
    private final PairScorer scorer;
    private final DpoSelfTests tests;

    DpoStart(
            Decoder decoder,
            List<AdapterModule> modules,
            LoraInit init,
            Learner learner,
            AdamW optimizer,
            PairScorer scorer,
            DpoSelfTests tests) {
        this.decoder = decoder;
        this.modules = modules;
        this.init = init;
        this.learner = learner;
        this.optimizer = optimizer;
        this.scorer = scorer;
        this.tests = tests;
    }

    /// Padding and saving are tried with an adapter that changes scores, which the new one does not
    /// yet: its B is noise for the time of the check.
    ///
    /// @param folder where to save it; empty
    List<SelfTest> probe(Path folder) {
        DpoSelfTests.RowScores policy = tests.of(learner.policy());
        try {
            fillWithNoise();
            SelfTest padding = tests.padding(policy);
            List<float[]> before = tests.firstScores(policy);
            tests.write(folder);
            redraw();
            readBack(PeftAdapter.open(folder));
            List<float[]> after = tests.firstScores(policy);
            return List.of(
                    padding,
                    SelfCheck.PROBE_RELOADED.found(DpoSelfTests.largest(before, after), 1e-5));
        } finally {
            redraw();
        }
    }

    /// Before the first update the policy is the base, so that the loss is the base's, and rewards
    /// against the reference are 0.
    ///
    /// @param limit see [DpoRun]
    SelfTest startIsReference(Forward base, List<TokenPair> pairs, double limit) {
        try (Scope scope = decoder.scope().inner()) {
            List<StepPair> scored = scored(base, pairs);
            StepPlan plan = StepPlan.usual(scope);
            StepMetrics found = scorer.measure(learner.policy(), scope, scored, plan);
            StepMetrics level = scorer.measure(base, scope, scored, plan);
            double loss =
                    Math.abs(found.loss() - level.loss()) / Math.max(1, Math.abs(level.loss()));
            double reward = scorer.objective().usesReference() ? found.largestReward() : 0;
            // a loss without a finite level is for the steps to skip and to name the pairs of
            double difference = Double.isFinite(level.loss()) ? Math.max(loss, reward) : 0;
            return SelfCheck.START_IS_REFERENCE.found(difference, limit);
        }
    }

    /// A step of the longest pairs, of which nothing is kept: memory runs out now or not at all.
    void tryLargestStep(StepPass pass, EpochOrder<TokenPair> order, MemoryLadder ladder) {
        List<StepPair> longest =
                order.all().stream()
                        .map(pair -> new StepPair(pair, StepPair.NO_REFERENCE, List.of()))
                        .sorted(Comparator.comparingInt(StepPair::width).reversed())
                        .limit(order.perStep())
                        .toList();
        long unused =
                ladder.compute(
                        "a trial step of the longest pairs",
                        plan -> {
                            try (Scope scope = decoder.scope().inner()) {
                                return pass.run(scope, longest, plan).metrics().tokens();
                            }
                        },
                        () -> {});
    }

    private List<StepPair> scored(Forward base, List<TokenPair> pairs) {
        Objective objective = scorer.objective();
        List<ReferenceScore> references =
                objective.usesReference()
                        ? References.scores(
                                base, decoder.scope(), pairs, objective.discount(), RunControl.NONE)
                        : pairs.stream().map(pair -> StepPair.NO_REFERENCE).toList();
        List<StepPair> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            result.add(new StepPair(pairs.get(i), references.get(i), mismatches(base, pairs, i)));
        }
        return result;
    }

    private List<StepPair.Mismatch> mismatches(Forward base, List<TokenPair> pairs, int pair) {
        if (!scorer.objective().usesMismatched()) {
            return List.of();
        }
        List<Completion> rows = Mismatches.of(pairs, base.config().maxPositions()).get(pair);
        double[] sums = References.sums(base, decoder.scope(), rows, RunControl.NONE);
        List<StepPair.Mismatch> result = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            result.add(new StepPair.Mismatch(rows.get(i), sums[i]));
        }
        return result;
    }

    private void fillWithNoise() {
        SplittableRandom random = new SplittableRandom(~init.seed());
        for (int i = 0; i < modules.size(); i++) {
            AdapterModule module = modules.get(i);
            float[] b = new float[module.out() * module.rank()];
            for (int k = 0; k < b.length; k++) {
                b[k] = (float) (NOISE * (2 * random.nextDouble() - 1));
            }
            try (Scope scope = decoder.scope().inner()) {
                fill(2 * i + 1, scope.floats(b, module.out(), module.rank()));
            }
        }
    }

    private void readBack(PeftAdapter written) {
        List<String> paths = modules.stream().map(AdapterModule::path).toList();
        try (Scope scope = decoder.scope().inner()) {
            List<Tensor> read = decoder.read(written, scope);
            for (int i = 0; i < modules.size(); i++) {
                int at = paths.indexOf(written.modules().get(i).path());
                fill(2 * at, read.get(2 * i));
                fill(2 * at + 1, read.get(2 * i + 1));
            }
        }
    }

    private void redraw() {
        try (Scope scope = decoder.scope().inner()) {
            List<Tensor> drawn = init.draw(scope, modules);
            for (int i = 0; i < drawn.size(); i++) {
                fill(i, drawn.get(i));
            }
        }
    }

    private void fill(int parameter, Tensor values) {
        optimizer.fill(learner.parameters().get(parameter), values);
    }
}
