package dev.whetstone.core.reward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a reward model's file and believes none of it.
final class RewardModelReader {
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_HEADER = 4 << 20;
    private static final int MAX_NAME = 500;

    private final Path file;

    RewardModelReader(Path file) {
        this.file = file;
    }

    RewardModel read() throws IOException {
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw bad("is larger than 256 MiB");
        }
        ByteBuffer buffer =
                ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[RewardModelFiles.MAGIC.length];
        if (buffer.remaining() < magic.length + 4) {
            throw bad("is no reward model");
        }
        buffer.get(magic);
        if (!Arrays.equals(magic, RewardModelFiles.MAGIC)) {
            throw bad("is no reward model");
        }
        JsonNode header = header(buffer);
        int dimensions = integer(header, "dimensions", 1, 8192);
        int count = integer(header, "heads", 2, 64);
        int pairs = integer(header, "pairs", 1, Integer.MAX_VALUE);
        double inverse = header.path("inverse_temperature").asDouble(Double.NaN);
        if (!(inverse >= 0) || Double.isInfinite(inverse)) {
            throw bad("field inverse_temperature is no number of 0 or more");
        }
        List<String> features = new ArrayList<>();
        for (JsonNode name : array(header, "features", 10_000)) {
            features.add(text(name, "features"));
        }
        Layout layout = new Layout(features, dimensions);
        JsonNode examples = array(header, "examples", 10_000);
        long floats = (long) (count + 1) * layout.size() + (long) examples.size() * dimensions;
        if (buffer.remaining() != 4 * floats) {
            throw bad("holds " + buffer.remaining() + " bytes of numbers, not " + 4 * floats);
        }
        List<float[]> heads = new ArrayList<>();
        for (int h = 0; h < count; h++) {
            heads.add(floats(buffer, layout.size()));
        }
        float[] mean = floats(buffer, layout.size());
        double[] means = new double[mean.length];
        Arrays.setAll(means, c -> mean[c]);
        return new RewardModel(
                text(header.path("encoder"), "encoder"),
                layout,
                heads,
                means,
                inverse,
                pairs,
                examples(buffer, examples, dimensions));
    }

    private List<RewardModel.Example> examples(ByteBuffer buffer, JsonNode nodes, int dimensions)
            throws IOException {
        List<RewardModel.Example> examples = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode preferred = node.path("preferred");
            if (!preferred.isBoolean()) {
                throw bad("field examples.preferred is not true or false");
            }
            examples.add(
                    new RewardModel.Example(
                            text(node.path("pair"), "examples.pair"),
                            text(node.path("side"), "examples.side"),
                            preferred.booleanValue()
                                    ? RewardModel.Verdict.PREFERRED
                                    : RewardModel.Verdict.REJECTED,
                            floats(buffer, dimensions)));
        }
        return examples;
    }

    private JsonNode header(ByteBuffer buffer) throws IOException {
        int length = buffer.getInt();
        if (length < 2 || length > MAX_HEADER || length > buffer.remaining()) {
            throw bad("has a header of " + length + " bytes");
        }
        byte[] json = new byte[length];
        buffer.get(json);
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": the header is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private int integer(JsonNode header, String field, int low, int high) throws IOException {
        JsonNode node = header.path(field);
        if (!node.isInt() || node.intValue() < low || node.intValue() > high) {
            throw bad("field " + field + " is no whole number from " + low + " to " + high);
        }
        return node.intValue();
    }

    private JsonNode array(JsonNode header, String field, int most) throws IOException {
        JsonNode node = header.path(field);
        if (!node.isArray() || node.size() > most) {
            throw bad("field " + field + " is no list of at most " + most);
        }
        return node;
    }

    private String text(JsonNode node, String field) throws IOException {
        if (!node.isTextual() || node.textValue().length() > MAX_NAME) {
            throw bad("field " + field + " is no text of at most " + MAX_NAME + " characters");
        }
        return node.textValue();
    }

    private float[] floats(ByteBuffer buffer, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getFloat();
            if (!Float.isFinite(values[i])) {
                throw bad("holds a number that is not finite");
            }
        }
        return values;
    }

    private IOException bad(String what) {
        return new IOException(file + ": " + what);
    }
}
