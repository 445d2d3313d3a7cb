package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.loss.LossSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Steps on batches that the caller chooses, from weights that the caller gives: what repeats a
/// recorded training or measures one. [DpoTrainer] is what trains.
public final class DpoSession {
    private final Decoder reference;
    private final Forward base;
    private final Scope scope;
    private final PairScorer scorer;
    private final AdamW optimizer;
    private final DpoStep pass;
    private final double gradClip;

    /// @param weightDecay acts on all of an adapter, and on the matrices of a model
    /// @param gradClip largest gradient norm, 0 for none
    public record Settings(LossSettings loss, double weightDecay, double gradClip) {}

    /// Summed reference log-probabilities of a pair's completions, and of its prompt with the next
    /// pair's where the loss asks for them.
    public record Reference(double chosen, double rejected, List<Double> mismatched) {
        public Reference {
            mismatched = List.copyOf(mismatched);
        }
    }

    private DpoSession(
            Decoder decoder, Decoder reference, Forward base, Learner learner, Settings settings) {
        this.reference = reference;
        this.base = base;
        this.scope = decoder.scope();
        this.gradClip = settings.gradClip();
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        learner.parameters(),
                        learner.decays(),
                        settings.weightDecay());
        this.scorer = new PairScorer(decoder, Objective.of(settings.loss()));
        this.pass = new DpoStep(learner, optimizer, scorer);
    }

    /// Trains an adapter; the reference is the decoder without it.
    ///
    /// @param adapter A, B, A, B in the order of the modules; changed by every step
    public static DpoSession ofAdapter(
            Decoder decoder, List<AdapterModule> modules, List<Tensor> adapter, Settings settings) {
        return new DpoSession(
                decoder,
                decoder,
                decoder.forward(),
                new AdapterLearner(decoder.forward(modules, adapter), adapter),
                settings);
    }

    /// Trains all weights in fp32.
    ///
    /// @param reference another decoder, which stays as it is
    public static DpoSession ofWeights(Decoder decoder, Decoder reference, Settings settings) {
        // the same kernels on both sides: rewards begin at exactly 0
        return new DpoSession(
                decoder,
                reference,
                reference.recordingForward(),
                new WeightsLearner(decoder),
                settings);
    }

    /// The pairs' completions under the reference.
    public List<Reference> references(List<TokenPair> pairs) {
        Objective objective = scorer.objective();
        List<List<Completion>> mismatched = mismatched(pairs);
        List<ReferenceScore> scores =
                objective.usesReference()
                        ? References.scores(
                                base,
                                reference.scope(),
                                pairs,
                                objective.discount(),
                                RunControl.NONE)
                        : pairs.stream().map(pair -> StepPair.NO_REFERENCE).toList();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<Double> sums = new ArrayList<>();
            for (double sum :
                    References.sums(base, reference.scope(), mismatched.get(i), RunControl.NONE)) {
                sums.add(sum);
            }
            references.add(new Reference(scores.get(i).chosen(), scores.get(i).rejected(), sums));
        }
        return references;
    }

    /// One optimizer step.
    ///
    /// @param references of these pairs, from [#references] of the same list
    /// @param rate learning rate of this step
    /// @return metrics by TRL's names, `grad_norm` (before clipping) among them
    public Map<String, Double> step(
            List<TokenPair> pairs, List<Reference> references, double rate) {
        try (Scope inner = scope.inner()) {
            DpoStep.Outcome outcome =
                    pass.run(inner, scored(pairs, references), StepPlan.usual(scope));
            double norm = optimizer.clip(inner, outcome.gradients(), gradClip);
            optimizer.step(outcome.gradients(), rate);
            Map<String, Double> metrics = new LinkedHashMap<>(outcome.metrics().values());
            metrics.put("grad_norm", norm);
            return metrics;
        }
    }

    private List<StepPair> scored(List<TokenPair> pairs, List<Reference> references) {
        List<List<Completion>> mismatched = mismatched(pairs);
        List<StepPair> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Reference of = references.get(i);
            List<StepPair.Mismatch> rows = new ArrayList<>();
            for (int k = 0; k < mismatched.get(i).size(); k++) {
                rows.add(new StepPair.Mismatch(mismatched.get(i).get(k), of.mismatched().get(k)));
            }
            result.add(
                    new StepPair(
                            pairs.get(i), new ReferenceScore(of.chosen(), of.rejected()), rows));
        }
        return result;
    }

    private List<List<Completion>> mismatched(List<TokenPair> pairs) {
        return scorer.objective().usesMismatched()
                ? Mismatches.of(pairs, base.config().maxPositions())
                : pairs.stream().map(pair -> List.<Completion>of()).toList();
    }
}
