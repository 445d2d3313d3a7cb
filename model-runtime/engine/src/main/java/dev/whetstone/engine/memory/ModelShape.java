package dev.whetstone.engine.memory;

import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.weights.WeightFolder;
import java.nio.file.Path;

/// What a model's headers say of its size.
///
/// @param parameters numbers in all weights
public record ModelShape(DecoderConfig config, long parameters) {
    /// Reads config.json and the headers of the weights.
    ///
    /// @throws dev.whetstone.engine.control.RuntimeFailure naming file and field
    public static ModelShape read(Path folder) {
        WeightFolder weights = WeightFolder.open(folder);
        long parameters = 0;
        for (String name : weights.names()) {
            parameters += weights.info(name).elements();
        }
        return new ModelShape(ConfigReader.read(folder), parameters);
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
