package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.StoredTensor;
import dev.whetstone.engine.weights.StoredType;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads recorded results.
final class Recorded {
    /// One thread: recorded models are too small for two.
    static final Device CPU = new Device("cpu", 1, DType.FP32);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Recorded() {}

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    /// Entries of a folder in order; none where it is not there.
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    static int[] ids(JsonNode list) {
        var ids = new int[list.size()];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = list.get(i).asInt();
        }
        return ids;
    }

    /// The ids of a padded row that its mask keeps.
    static int[] masked(JsonNode ids, JsonNode mask) {
        return java.util.stream.IntStream.range(0, ids.size())
                .filter(i -> mask.get(i).asInt() == 1)
                .map(i -> ids.get(i).asInt())
                .toArray();
    }

    /// The rows of a batch without their padding.
    ///
    /// @param batch holds `input_ids` and `attention_mask`
    static List<int[]> rows(JsonNode batch) {
        var rows = new ArrayList<int[]>();
        for (var i = 0; i < batch.path("input_ids").size(); i++) {
            rows.add(masked(batch.path("input_ids").get(i), batch.path("attention_mask").get(i)));
        }
        return rows;
    }

    static float[] floats(SafetensorsFile file, String name) {
        var info = file.tensors().get(name);
        if (info == null || info.type() != StoredType.F32) {
            throw new RuntimeFailure(
                    "verify.recorded", file.file() + " has no float tensor " + name, "");
        }
        try (var arena = Arena.ofConfined()) {
            return file.map(name, arena).toArray(FLOAT);
        }
    }

    /// All values of a tensor that would be written as fp32.
    static float[] floats(StoredTensor tensor) throws IOException {
        var bytes = new ByteArrayOutputStream();
        tensor.writeTo(Channels.newChannel(bytes));
        var values = new float[bytes.size() / Float.BYTES];
        ByteBuffer.wrap(bytes.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    static double largest(float[] actual, int actualFrom, float[] expected, int from, int count) {
        var largest = 0.0;
        for (var i = 0; i < count; i++) {
            // a NaN stays the largest and does not pass
            largest =
                    Math.max(
                            largest,
                            Math.abs((double) actual[actualFrom + i] - expected[from + i]));
        }
        return largest;
    }

    /// How many places of the two differ; all where their lengths do.
    static long differing(int[] actual, int[] expected) {
        if (actual.length != expected.length) {
            return Math.max(actual.length, expected.length);
        }
        var count = 0L;
        for (var i = 0; i < actual.length; i++) {
            count += actual[i] == expected[i] ? 0 : 1;
        }
        return count;
    }
}
