package dev.whetstone.engine.align;

import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// Steps of a reward model's training on batches that the caller chooses, from weights that the
/// caller gives: what repeats a recorded training or measures one. [RewardTrainer] is what trains.
public final class RewardSession {
    private final RewardModel model;
    private final AdamW optimizer;
    private final RewardStep pass;
    private final double gradClip;

    /// @param weightDecay acts on all of an adapter and the head, and on the matrices of a model
    /// @param gradClip largest gradient norm, 0 for none
    public record Settings(RewardLoss loss, double weightDecay, double gradClip) {}

    private RewardSession(RewardModel model, Settings settings) {
        this.model = model;
        this.optimizer =
                new AdamW(
                        model.decoder().scope(),
                        model.parameters(),
                        model.decays(),
                        settings.weightDecay());
        this.pass = new RewardStep(model, optimizer, settings.loss());
        this.gradClip = settings.gradClip();
    }

    /// Trains all weights in fp32.
    ///
    /// @param decoder in fp32
    /// @param type in which to multiply
    /// @throws dev.whetstone.engine.control.RuntimeFailure `model.head` where the model does not
    ///     have one score
    public static RewardSession ofWeights(Decoder decoder, ElementType type, Settings settings) {
        return new RewardSession(RewardModel.weights(decoder, type), settings);
    }

    /// Trains an adapter and the head.
    ///
    /// @param adapter A, B, A, B in the order of the modules; changed by every step
    /// @throws dev.whetstone.engine.control.RuntimeFailure as [#ofWeights]
    public static RewardSession ofAdapter(
            Decoder decoder, List<AdapterModule> modules, List<Tensor> adapter, Settings settings) {
        return new RewardSession(RewardModel.adapter(decoder, modules, adapter), settings);
    }

    /// Trains the head alone.
    ///
    /// @throws dev.whetstone.engine.control.RuntimeFailure as [#ofWeights]
    public static RewardSession ofHead(Decoder decoder, Settings settings) {
        return new RewardSession(RewardModel.head(decoder), settings);
    }

    /// One optimizer step.
    ///
    /// @param rate learning rate of this step
    /// @return metrics by TRL's names, `grad_norm` (before clipping) among them
    public Map<String, Double> step(List<RewardPair> pairs, double rate) {
        try (Scope scope = model.decoder().scope().inner()) {
            RewardStep.Outcome outcome = pass.run(scope, pairs, StepPlan.usual(scope));
            double norm = optimizer.clip(scope, outcome.gradients(), gradClip);
            optimizer.step(outcome.gradients(), rate);
            Map<String, Double> values = outcome.metrics().values();
            values.put("grad_norm", norm);
            return values;
        }
    }
}
