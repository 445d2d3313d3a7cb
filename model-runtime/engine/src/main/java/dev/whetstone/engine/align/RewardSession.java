package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.loss.RewardLoss;
import dev.whetstone.engine.loss.Slopes;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Steps of a reward model's training on batches that the caller chooses: all weights of a decoder
/// with one score, in fp32. A text is scored at its last token.
public final class RewardSession {
    private static final String METHODS =
            """
              def back(self: __torch__.M, scores: Tensor, g: Tensor, leaves: List[Tensor]) -> List[Tensor]:
                found = torch.grad([scores], leaves, annotate(List[Optional[Tensor]], [torch.view_as(g, scores)]))
                grads = annotate(List[Tensor], [])
                for i in range(torch.len(found)):
                  _1 = torch.append(grads, torch.contiguous(unchecked_cast(Tensor, found[i])))
                return grads
            """;

    private final Decoder decoder;
    private final Forward forward;
    private final Program program;
    private final AdamW optimizer;
    private final RewardLoss loss;
    private final double gradClip;

    /// @param weightDecay acts on matrices
    /// @param gradClip largest gradient norm, 0 for none
    public record Settings(RewardLoss loss, double weightDecay, double gradClip) {}

    /// Two texts with their prompts, end tokens included.
    ///
    /// @param p probability that `chosen` is really preferred, in [0, 1]
    /// @param margin by how much its reward should at least be larger, 0 for none; with p = 1
    public record Pair(int[] chosen, int[] rejected, double p, double margin) {
        public Pair {
            if (!(p >= 0 && p <= 1) || (margin != 0 && p != 1)) {
                throw new IllegalArgumentException("p is " + p + ", margin " + margin);
            }
        }
    }

    /// @throws RuntimeFailure `model.head` where the model does not have one score
    public RewardSession(Decoder decoder, Settings settings) {
        if (decoder.config().head() != DecoderConfig.Head.SCORE || decoder.config().labels() != 1) {
            throw new RuntimeFailure(
                    "model.head", "a reward model has one score, and this has none or several", "");
        }
        this.decoder = decoder;
        this.forward = decoder.recordingForward();
        this.program = Program.compile(decoder.scope(), METHODS);
        this.loss = settings.loss();
        this.gradClip = settings.gradClip();
        decoder.weights().forEach(Tensor::recordGradients);
        this.optimizer =
                new AdamW(
                        decoder.scope(),
                        decoder.weights(),
                        decoder.decays(),
                        settings.weightDecay());
    }

    /// One optimizer step.
    ///
    /// @param rate learning rate of this step
    /// @return metrics by TRL's names, `grad_norm` (before clipping) among them
    public Map<String, Double> step(List<Pair> pairs, double rate) {
        List<int[]> rows = new ArrayList<>();
        pairs.forEach(pair -> rows.add(pair.chosen()));
        pairs.forEach(pair -> rows.add(pair.rejected()));
        TokenBatch batch = TokenBatch.unmarked(rows);
        try (Scope scope = decoder.scope().inner()) {
            Tensor hidden = forward.recordedHidden(scope, batch);
            Tensor scores = forward.recordedClassify(scope, hidden, batch.lasts());
            RewardMetrics metrics = new RewardMetrics();
            float[] slopes = slopes(pairs, scores.floats(), metrics);
            List<Tensor> gradients =
                    program.call("back")
                            .with(scores)
                            .with(scope.floats(slopes, slopes.length))
                            .with(decoder.weights())
                            .compute(scope);
            double norm = optimizer.clip(scope, gradients, gradClip);
            optimizer.step(gradients, rate);
            Map<String, Double> values = metrics.values();
            values.put("grad_norm", norm);
            return values;
        }
    }

    /// Derivatives of the mean loss with respect to the scores.
    private float[] slopes(List<Pair> pairs, float[] scores, RewardMetrics metrics) {
        float[] slopes = new float[scores.length];
        for (int i = 0; i < pairs.size(); i++) {
            int other = pairs.size() + i;
            Pair pair = pairs.get(i);
            Slopes found =
                    pair.margin() == 0
                            ? loss.of(scores[i], scores[other], pair.p())
                            : loss.withMargin(scores[i], scores[other], pair.margin());
            metrics.add(scores[i], scores[other], found.loss());
            slopes[i] = (float) (found.chosen() / pairs.size());
            slopes[other] = (float) (found.rejected() / pairs.size());
        }
        return slopes;
    }
}
