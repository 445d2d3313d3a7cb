package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The mean loss of marked tokens and its gradient with respect to all weights.
final class SftStep {
    private final WeightsLearner learner;
    private final Forward forward;
    private final AdamW optimizer;
    private final ElementType type;

    /// @param type in which to multiply
    SftStep(WeightsLearner learner, AdamW optimizer, ElementType type) {
        this.type = type;
        this.learner = learner;
        this.forward = learner.policy();
        this.optimizer = optimizer;
    }

    /// @param loss nats a learned token
    record Outcome(List<Tensor> gradients, double loss) {}

    Outcome run(Scope scope, List<TokenText> texts, int microTokens) {
        List<TokenBatch> batches = new ArrayList<>();
        for (List<TokenText> some : parts(texts, microTokens)) {
            batches.add(
                    TokenBatch.ofRows(
                            some.stream()
                                    .map(text -> TokenBatch.Row.alone(text.ids(), text.learn()))
                                    .toList()));
        }
        int count = batches.stream().mapToInt(batch -> batch.targets().length).sum();
        double sum = 0;
        List<Tensor> sums = List.of();
        for (TokenBatch batch : batches) {
            if (batch.targets().length == 0) {
                continue;
            }
            try (Scope inner = scope.inner()) {
                Forward.FullPass pass = forward.recordedFull(inner, batch, type);
                float[] weights = new float[batch.targets().length];
                java.util.Arrays.fill(weights, -1f / count);
                Forward.FullGradients found =
                        forward.fullBackward(scope, pass, batch, weights, learner.leaves());
                for (float logProb : found.logProbs()) {
                    sum -= logProb;
                }
                List<Tensor> gradients = learner.withHead(inner, found);
                if (sums.isEmpty()) {
                    sums = gradients;
                } else {
                    optimizer.accumulate(inner, sums, gradients);
                    gradients.forEach(Tensor::close);
                }
            }
        }
        return new Outcome(sums, count == 0 ? 0 : sum / count);
    }

    private static List<List<TokenText>> parts(List<TokenText> texts, int tokens) {
        List<List<TokenText>> result = new ArrayList<>();
        int from = 0;
        int width = 0;
        for (int end = 0; end < texts.size(); end++) {
            width = Math.max(width, texts.get(end).ids().length);
            if (end > from && (end + 1 - from) * width > tokens) {
                result.add(texts.subList(from, end));
                from = end;
                width = texts.get(end).ids().length;
            }
        }
        result.add(texts.subList(from, texts.size()));
        return result;
    }
}
