package dev.whetstone.engine.memory;

import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.weights.TensorInfo;
import dev.whetstone.engine.weights.WeightFolder;
import java.nio.file.Path;

/// What a model's headers say of its size.
///
/// @param parameters numbers in all weights
/// @param largest numbers in the largest tensor
public record ModelShape(DecoderConfig config, long parameters, long largest) {
    /// Reads config.json and the headers of the weights.
    ///
    /// @throws dev.whetstone.engine.control.RuntimeFailure naming file and field
    public static ModelShape read(Path folder) {
        WeightFolder weights = WeightFolder.open(folder);
        long parameters = 0;
        long largest = 0;
        for (String name : weights.names()) {
            TensorInfo info = weights.info(name);
            parameters += info.elements();
            largest = Math.max(largest, info.elements());
        }
        return new ModelShape(ConfigReader.read(folder), parameters, largest);
    }

    /// Numbers in a LoRA adapter on every linear layer.
    public long adapter(int rank) {
        long hidden = config.hidden();
        long ends =
                2 * (hidden + config.queryWidth())
                        + 2 * (hidden + config.keyWidth())
                        + 3 * (hidden + config.intermediate());
        return rank * config.layers() * ends;
    }
}
