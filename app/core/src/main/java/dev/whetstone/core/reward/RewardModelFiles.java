package dev.whetstone.core.reward;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Reward models as files: the 8 bytes `WHETRM02`, the length of the header as a little-endian
/// int32, the header in JSON, and a block of little-endian float32: the heads, the mean
/// vector, the embeddings of the judged examples. The same model always gives the same bytes.
public final class RewardModelFiles {
    static final byte[] MAGIC = "WHETRM02".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper();

    private RewardModelFiles() {}

    /// Writes beside and renames, so that the file is there whole or not at all.
    public static void save(RewardModel model, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, bytes(model));
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @throws IOException when the file is no reward model or is damaged; the message names
    ///     the file and the field
    public static RewardModel load(Path file) throws IOException {
        return new RewardModelReader(file).read();
    }

    /// A short name of exactly this model: 12 hexadecimal digits of the SHA-256 of its file.
    public static String version(RewardModel model) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(model));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(RewardModel model) {
        byte[] header = header(model).toString().getBytes(StandardCharsets.UTF_8);
        int size = model.layout().size();
        int dimensions = model.layout().dimensions();
        int floats = (model.heads().size() + 1) * size + model.examples().size() * dimensions;
        ByteBuffer buffer =
                ByteBuffer.allocate(MAGIC.length + 4 + header.length + 4 * floats)
                        .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putInt(header.length).put(header);
        for (float[] head : model.heads()) {
            put(buffer, head);
        }
        for (double m : model.mean()) {
            buffer.putFloat((float) m);
        }
        for (RewardModel.Example example : model.examples()) {
            put(buffer, example.embedding());
        }
        return buffer.array();
    }

    private static ObjectNode header(RewardModel model) {
        ObjectNode header = JSON.createObjectNode();
        header.put("encoder", model.encoder());
        header.put("dimensions", model.layout().dimensions());
        header.put("heads", model.heads().size());
        header.put("pairs", model.pairs());
        header.put("inverse_temperature", model.inverseTemperature());
        ArrayNode features = header.putArray("features");
        model.features().forEach(features::add);
        ArrayNode examples = header.putArray("examples");
        for (RewardModel.Example example : model.examples()) {
            examples.addObject()
                    .put("pair", example.pairId())
                    .put("side", example.side())
                    .put("preferred", example.verdict() == RewardModel.Verdict.PREFERRED);
        }
        return header;
    }

    private static void put(ByteBuffer buffer, float[] values) {
        for (float value : values) {
            buffer.putFloat(value);
        }
    }
}
