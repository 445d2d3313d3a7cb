package dev.whetstone.engine.align;

import dev.whetstone.engine.lora.AdapterModule;
import dev.whetstone.engine.lora.LoraInit;
import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.tensor.ElementType;
import dev.whetstone.engine.tensor.Tensor;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.RewardSettings;
import java.io.IOException;
import java.util.List;

/// What a reward model's training changes, and how that is written.
sealed interface RewardLearner {
    RewardModel model();

    /// Writes what of the trained model can be written while its decoder is open.
    RewardExport.Made write(RewardExport export) throws IOException;

    /// @param device its type is what is multiplied in
    static RewardLearner of(Decoder decoder, RewardSettings settings, Device device) {
        return switch (settings.learned()) {
            case LORA -> Adapter.draw(decoder, settings);
            case HEAD -> new HeadAlone(RewardModel.head(decoder));
            case FULL ->
                    new AllWeights(
                            RewardModel.weights(
                                    decoder,
                                    device.dtype() == DType.BF16
                                            ? ElementType.BF16
                                            : ElementType.F32));
        };
    }

    /// An adapter and the head.
    record Adapter(RewardModel model, List<AdapterModule> modules) implements RewardLearner {
        static Adapter draw(Decoder decoder, RewardSettings settings) {
            List<AdapterModule> modules =
                    LoraInit.choose(
                            decoder.linearLayers(),
                            settings.lora().targets(),
                            settings.lora().rank(),
                            settings.lora().alpha());
            List<Tensor> adapter = new LoraInit(settings.seed()).draw(decoder.scope(), modules);
            return new Adapter(RewardModel.adapter(decoder, modules, adapter), modules);
        }

        @Override
        public RewardExport.Made write(RewardExport export) throws IOException {
            return export.adapter(model, modules);
        }
    }

    /// The head alone.
    record HeadAlone(RewardModel model) implements RewardLearner {
        @Override
        public RewardExport.Made write(RewardExport export) {
            return new RewardExport.Made.Head(model.head().floats());
        }
    }

    /// All weights.
    record AllWeights(RewardModel model) implements RewardLearner {
        @Override
        public RewardExport.Made write(RewardExport export) throws IOException {
            return export.weights(model.decoder());
        }
    }
}
