package dev.whetstone.engine.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.disk.WholeFolder;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.DecoderConfig;
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

    private RewardFolder() {}

    /// @param decoder its weights are rounded to the types in which `base` stores them
    /// @param base the folder that the decoder came from; its tokenizer and templates are copied
    /// @param padding what the folder's settings name as padding
    /// @param out must not exist yet
    /// @throws RuntimeFailure `reward.out`, or `model.head` where the decoder has no such head
    public static void write(Decoder decoder, Path base, Padding padding, Path out)
            throws IOException {
        if (decoder.config().head() != DecoderConfig.Head.SCORE) {
            throw new RuntimeFailure("model.head", "the model has no head that scores", "");
        }
        if (Files.exists(out)) {
            throw new RuntimeFailure(
                    "reward.out", out + ": exists already", "choose a folder that does not");
        }
        WeightFolder folder = WeightFolder.open(base);
        // the head is small, and what it adds up to is compared: it is not rounded
        List<StoredTensor> tensors =
                decoder.stored(
                        name ->
                                name.equals(RewardDecoder.HEAD)
                                        ? StoredType.F32
                                        : folder.info(name).type());
        WholeFolder.write(
                out,
                part -> {
                    ModelFiles.copy(base, part);
                    config(decoder.config(), padding, part.resolve("config.json"));
                    for (String name :
                            List.of("tokenizer_config.json", "special_tokens_map.json")) {
                        padded(part.resolve(name), padding);
                    }
                    SafetensorsWriter.write(
                            part.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
                });
    }

    private static void config(DecoderConfig config, Padding padding, Path file)
            throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(file.toFile());
        root.putArray("architectures").add(ConfigReader.scoringArchitecture(config.family()));
        root.remove("num_labels");
        ObjectNode names = root.putObject("id2label");
        ObjectNode numbers = root.putObject("label2id");
        for (int i = 0; i < config.labels(); i++) {
            names.put(Integer.toString(i), "LABEL_" + i);
            numbers.put("LABEL_" + i, i);
        }
        root.put("pad_token_id", padding.id());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /// Whoever fills up rows by the tokenizer fills them with the same token.
    private static void padded(Path file, Padding padding) throws IOException {
        if (Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode root) {
            root.put("pad_token", padding.token());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        }
    }
}
