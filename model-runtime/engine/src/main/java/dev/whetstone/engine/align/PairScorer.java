package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.loss.Kto;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenScores;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Scores a step's pairs in micro-batches, as an objective wants to see them.
final class PairScorer {
    private static final float[] UNWEIGHTED = {};

    private final Objective objective;
    private final List<Concentration> concentration;

    PairScorer(Decoder decoder, Objective objective) {
        this.objective = objective;
        this.concentration =
                objective.weighsPairs() ? List.of(new Concentration(decoder)) : List.of();
    }

    /// What one batch's tokens and pairs came to.
    record Found(TokenScores tokens, List<PairScores> pairs) {}

    Objective objective() {
        return objective;
    }

    /// Pairs of like length together, as many as the token limit takes.
    List<PairBatch> batches(Forward policy, Scope scope, List<StepPair> step, StepPlan plan) {
        StepFacts facts = StepFacts.of(step, objective, drift(policy, scope, step));
        List<StepPair> sorted =
                step.stream().sorted(Comparator.comparingInt(StepPair::width)).toList();
        List<PairBatch> result = new ArrayList<>();
        int from = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            if (end == sorted.size()
                    || 2 * (end + 1 - from) * sorted.get(end).width() > plan.tokens()) {
                result.add(new PairBatch(sorted.subList(from, end), objective, facts));
                from = end;
            }
        }
        return result;
    }

    /// @param hidden of the batch's tokens
    Found found(PairBatch batch, Tensor hidden, TokenScores scores) {
        float[] expected =
                concentration.isEmpty()
                        ? UNWEIGHTED
                        : concentration.getFirst().of(hidden, batch.tokens());
        return new Found(scores, batch.scores(scores, expected));
    }

    /// As [#found] without gradients.
    Found score(Forward policy, Scope scope, PairBatch batch) {
        try (Scope inner = scope.inner()) {
            Tensor hidden = policy.hidden(inner, batch.tokens());
            return found(batch, hidden, policy.score(hidden, batch.tokens()));
        }
    }

    /// The whole step without learning from it.
    StepMetrics measure(Forward policy, Scope scope, List<StepPair> step, StepPlan plan) {
        StepMetrics metrics = new StepMetrics(objective);
        List<PairScores> all = new ArrayList<>();
        for (PairBatch batch : batches(policy, scope, step, plan)) {
            Found found = score(policy, scope, batch);
            metrics.add(batch, found.tokens());
            all.addAll(found.pairs());
        }
        metrics.add(all, objective.of(all));
        return metrics;
    }

    /// Mean log-ratio of responses to other prompts.
    private double drift(Forward policy, Scope scope, List<StepPair> step) {
        List<StepPair.Mismatch> all =
                step.stream().flatMap(each -> each.mismatched().stream()).toList();
        if (all.isEmpty()) {
            return 0;
        }
        List<Completion> rows = all.stream().map(StepPair.Mismatch::row).toList();
        double[] sums = References.sums(policy, scope, rows, RunControl.NONE);
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= all.get(i).reference();
        }
        return Kto.drift(sums);
    }
}
