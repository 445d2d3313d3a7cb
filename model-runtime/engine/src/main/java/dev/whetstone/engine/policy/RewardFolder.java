package dev.whetstone.engine.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.weights.ModelFiles;
import dev.whetstone.engine.weights.SafetensorsWriter;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.engine.weights.WeightFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes a decoder with a classification head as a folder that Transformers loads for sequence
/// classification.
public final class RewardFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "score.weight";

    private RewardFolder() {}

    /// @param decoder its weights are rounded to the types in which `base` stores them
    /// @param base the folder that the decoder came from; its tokenizer and templates are copied
    /// @param out must not exist yet
    /// @throws RuntimeFailure `reward.out`, `model.head` where the decoder has no such head, or
    ///     `model.config` where no token can be the padding that pooling looks for
    public static void write(Decoder decoder, Path base, Path out) throws IOException {
        if (decoder.config().head() != DecoderConfig.Head.SCORE) {
            throw new RuntimeFailure("model.head", "the model has no head that scores", "");
        }
        if (Files.exists(out)) {
            throw new RuntimeFailure(
                    "reward.out", out + ": exists already", "choose a folder that does not");
        }
        WeightFolder folder = WeightFolder.open(base);
        StoredType usual = folder.info(folder.names().iterator().next()).type();
        List<StoredTensor> tensors =
                decoder.stored(name -> name.equals(HEAD) ? usual : folder.info(name).type());
        WholeFolder.write(
                out,
                part -> {
                    ModelFiles.copy(base, part);
                    config(decoder.config(), part.resolve("config.json"));
                    SafetensorsWriter.write(
                            part.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
                });
    }

    private static void config(DecoderConfig config, Path file) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
        root.putArray("architectures").add(ConfigReader.scoringArchitecture(config.family()));
        root.remove("num_labels");
        ObjectNode names = root.putObject("id2label");
        ObjectNode numbers = root.putObject("label2id");
        for (int i = 0; i < config.labels(); i++) {
            names.put(Integer.toString(i), "LABEL_" + i);
            numbers.put("LABEL_" + i, i);
        }
        root.put("pad_token_id", padding(config.ids(), file));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /// Scores are read at the last token that is no padding, so there must be one; an end of text
    /// would do, were it not the very token at which a complete answer is scored.
    private static int padding(SpecialIds ids, Path file) {
        if (ids.pad() == SpecialIds.NONE) {
            throw new RuntimeFailure(
                    "model.config",
                    file + ": pad_token_id: is not set, and a reward model needs it",
                    "name a token for padding in config.json");
        }
        return ids.pad();
    }
}
