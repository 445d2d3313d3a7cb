package dev.whetstone.engine.gguf;

import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.weights.WeightFolder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/// Writes a model folder as one GGUF file: weights, tokenizer and chat template.
public final class GgufExport {
    private GgufExport() {}

    /// What was written.
    ///
    /// @param tensors how many
    /// @param bytes of their data
    public record Result(int tensors, long bytes) {}

    /// @param folder adapters are merged before
    /// @param type of matrices; a matrix whose rows it cannot hold is F16
    /// @throws dev.whetstone.engine.control.RuntimeFailure `gguf.model` or `gguf.tokenizer`
    ///     for what llama.cpp has not or would compute otherwise
    public static Result write(Path folder, Path out, GgufType type, RunControl control)
            throws IOException {
        var config = ConfigReader.read(folder);
        try (var arena = Arena.ofConfined()) {
            var rows = new CheckpointRows(WeightFolder.open(folder), arena);
            var model = new GgufModel(config, rows, type);
            var metadata = new GgufMetadata();
            model.describe(metadata, String.valueOf(folder.toAbsolutePath().getFileName()));
            GgufTokenizer.of(folder, config).describe(metadata);
            ModelText.templateSource(folder)
                    .ifPresent(source -> metadata.text("tokenizer.chat_template", source));
            var tensors = model.tensors();
            GgufWriter.write(out, metadata, tensors, control);
            return new Result(tensors.size(), tensors.stream().mapToLong(GgufTensor::bytes).sum());
        }
    }
}
