package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.tensor.Program;
import dev.whetstone.engine.tensor.Scope;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;

/// Decoders with a head that gives scores, to be trained or written.
public final class RewardDecoder {
    /// The name of the head's weights in a model and in an adapter.
    public static final String HEAD = "score.weight";

    /// Transformers' usual spread of new weights.
    private static final double SPREAD = 0.02;

    private static final String METHODS =
            """
              def fill(self: __torch__.M, into: Tensor, values: Tensor) -> Tensor:
                return torch.copy_(into, values)
            """;

    private RewardDecoder() {}

    /// What the training of a reward model begins with: a reward model as it is, or a language
    /// model's layers below a new head, drawn from the seed.
    ///
    /// @param model its adapters are merged
    /// @throws RuntimeFailure `model.head` where a model has several labels, else naming file and
    ///     field
    public static Decoder open(ModelRef model, Device device, long seed) {
        DecoderConfig config = ConfigReader.read(model.folder());
        if (config.head() != DecoderConfig.Head.SCORE) {
            return Decoder.scoring(model, device, SPREAD, seed);
        }
        if (config.labels() != 1) {
            throw new RuntimeFailure(
                    "model.head",
                    model.folder() + ": it has " + config.labels() + " labels, a reward model one",
                    "begin with a language model, or a reward model");
        }
        return Decoder.load(model, device);
    }

    /// Overwrites the head.
    ///
    /// @param values [1, hidden]
    public static void setHead(Decoder decoder, float[] values) {
        try (Scope inner = decoder.scope().inner()) {
            Program.compile(inner, METHODS)
                    .call("fill")
                    .with(decoder.weights().get(decoder.headIndex()))
                    .with(inner.floats(values, 1, values.length))
                    .compute(inner);
        }
    }
}
