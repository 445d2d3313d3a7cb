package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// DPO steps on batches that the caller chooses, from an adapter that the caller gives: what
/// repeats
/// a recorded training or measures one. [DpoTrainer] is what trains.
public final class DpoSession {
    private final Decoder decoder;
    private final Forward base;
    private final AdamW optimizer;
    private final DpoStep pass;
    private final double gradClip;

    /// @param weightDecay acts on all of the adapter
    /// @param gradClip largest gradient norm, 0 for none
    public record Settings(String loss, double beta, double weightDecay, double gradClip) {}

    /// Summed reference log-probabilities of a pair's completions.
    public record Reference(double chosen, double rejected) {}

    /// @param adapter A, B, A, B in the order of the modules; changed by every step
    public DpoSession(
            Decoder decoder, List<AdapterModule> modules, List<Tensor> adapter, Settings settings) {
        this.decoder = decoder;
        this.base = decoder.forward();
        this.gradClip = settings.gradClip();
        adapter.forEach(Tensor::recordGradients);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        adapter,
                        adapter.stream().map(tensor -> true).toList(),
                        settings.weightDecay());
        this.pass =
                new DpoStep(
                        decoder.forward(modules, adapter),
                        optimizer,
                        PreferenceLoss.named(settings.loss(), settings.beta()),
                        settings.beta(),
                        0);
    }

    /// The pairs' completions under the base, adapter off.
    public List<Reference> references(List<TokenPair> pairs) {
        var rows = new ArrayList<Completion>();
        pairs.forEach(pair -> rows.add(pair.chosenCompletion()));
        pairs.forEach(pair -> rows.add(pair.rejectedCompletion()));
        var sums = References.sums(base, decoder.scope(), rows, RunControl.NONE);
        var references = new ArrayList<Reference>();
        for (var i = 0; i < pairs.size(); i++) {
            references.add(new Reference(sums[i], sums[pairs.size() + i]));
        }
        return references;
    }

    /// One optimizer step.
    ///
    /// @param rate learning rate of this step
    /// @return metrics by TRL's names, `grad_norm` (before clipping) among them
    public Map<String, Double> step(
            List<TokenPair> pairs, List<Reference> references, double rate) {
        var byPair = new java.util.IdentityHashMap<TokenPair, Reference>();
        for (var i = 0; i < pairs.size(); i++) {
            byPair.put(pairs.get(i), references.get(i));
        }
        try (Scope scope = decoder.scope().inner()) {
            var outcome =
                    pass.run(
                            scope,
                            pairs,
                            pair -> reference(byPair, pair).chosen(),
                            pair -> reference(byPair, pair).rejected());
            var norm = optimizer.clip(scope, outcome.gradients(), gradClip);
            optimizer.step(outcome.gradients(), rate);
            var metrics = new LinkedHashMap<>(outcome.metrics().values());
            metrics.put("grad_norm", (double) norm);
            return metrics;
        }
    }

    private static Reference reference(Map<TokenPair, Reference> byPair, TokenPair pair) {
        var reference = byPair.get(pair);
        if (reference == null) {
            throw new IllegalArgumentException("no reference for pair " + pair.id());
        }
        return reference;
    }
}
