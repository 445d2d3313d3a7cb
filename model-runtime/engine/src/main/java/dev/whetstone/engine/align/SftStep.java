package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The mean loss of marked tokens and its gradient with respect to all weights.
final class SftStep {
    private final Decoder decoder;
    private final Forward forward;
    private final AdamW optimizer;

    SftStep(Decoder decoder, AdamW optimizer) {
        this.decoder = decoder;
        this.forward = decoder.forward();
        this.optimizer = optimizer;
    }

    /// @param loss nats a learned token
    record Outcome(List<Tensor> gradients, double loss) {}

    Outcome run(Scope scope, List<TokenText> texts, int microTokens) {
        List<TokenBatch> batches = new ArrayList<>();
        for (List<TokenText> some : parts(texts, microTokens)) {
            batches.add(
                    TokenBatch.of(
                            some.stream().map(TokenText::ids).toList(),
                            some.stream().map(TokenText::learn).toList()));
        }
        int count = batches.stream().mapToInt(batch -> batch.targets().length).sum();
        double sum = 0;
        List<Tensor> sums = List.of();
        for (TokenBatch batch : batches) {
            if (batch.targets().length == 0) {
                continue;
            }
            try (Scope inner = scope.inner()) {
                Tensor hidden = forward.recordedHidden(inner, batch);
                float[] weights = new float[batch.targets().length];
                java.util.Arrays.fill(weights, -1f / count);
                Forward.FullGradients found =
                        forward.fullBackward(scope, hidden, batch, weights, leaves());
                for (float logProb : found.logProbs()) {
                    sum -= logProb;
                }
                List<Tensor> gradients = gradients(inner, found);
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

    /// Weights that the hidden states depend on: all but output weights of their own.
    private List<Tensor> leaves() {
        List<Tensor> leaves = new ArrayList<>(decoder.weights());
        if (decoder.headIndex() != 0) {
            leaves.remove(decoder.headIndex());
        }
        return leaves;
    }

    private List<Tensor> gradients(Scope inner, Forward.FullGradients found) {
        List<Tensor> all = new ArrayList<>(found.leaves());
        if (decoder.headIndex() != 0) {
            all.add(decoder.headIndex(), found.head());
        } else {
            optimizer.accumulate(inner, List.of(all.getFirst()), List.of(found.head()));
            found.head().close();
        }
        return all;
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
