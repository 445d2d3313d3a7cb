package dev.whetstone.engine.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The JSON header of a safetensors file, checked as the reference reader checks it: known types,
/// sizes that match shape and type, offsets without holes or overlaps up to the end of the file.
final class SafetensorsHeader {
    static final long LARGEST = 100_000_000;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Path file;

    private SafetensorsHeader(Path file) {
        this.file = file;
    }

    record Parsed(Map<String, TensorInfo> tensors, Map<String, String> metadata) {}

    /// @param text the header's bytes
    /// @param dataBytes bytes of the file behind the header
    static Parsed parse(Path file, byte[] text, long dataBytes) {
        return new SafetensorsHeader(file).parse(text, dataBytes);
    }

    private Parsed parse(byte[] text, long dataBytes) {
        if (text.length == 0 || text[0] != '{') {
            throw wrong("the header is no JSON object");
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong("the header is not valid JSON: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw wrong("the header cannot be read: " + e.getMessage());
        }
        if (root == null || !root.isObject()) {
            throw wrong("the header is no JSON object");
        }
        List<TensorInfo> infos = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals("__metadata__")) {
                metadata.putAll(metadata(field.getValue()));
            } else {
                infos.add(info(field.getKey(), field.getValue()));
            }
        }
        infos.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
        checkCover(infos, dataBytes);
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        infos.forEach(info -> tensors.put(info.name(), info));
        return new Parsed(
                Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(metadata));
    }

    private Map<String, String> metadata(JsonNode node) {
        Map<String, String> result = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw wrong("__metadata__ is no object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isTextual()) {
                throw wrong("__metadata__." + field.getKey() + " is no string");
            }
            result.put(field.getKey(), field.getValue().textValue());
        }
        return result;
    }

    private TensorInfo info(String name, JsonNode node) {
        StoredType type = type(name, node.path("dtype"));
        List<Long> shape = new ArrayList<>();
        if (!node.path("shape").isArray()) {
            throw wrong("tensor '" + name + "' has no shape");
        }
        for (JsonNode size : node.path("shape")) {
            shape.add(count(name, "shape", size));
        }
        JsonNode offsets = node.path("data_offsets");
        if (!offsets.isArray() || offsets.size() != 2) {
            throw wrong("tensor '" + name + "' has no data_offsets [begin, end]");
        }
        TensorInfo info =
                new TensorInfo(
                        name,
                        type,
                        shape,
                        count(name, "data_offsets", offsets.get(0)),
                        count(name, "data_offsets", offsets.get(1)));
        checkSize(info);
        return info;
    }

    private void checkSize(TensorInfo info) {
        long expected;
        try {
            expected = Math.multiplyExact(info.elements(), (long) info.type().bytes());
        } catch (ArithmeticException e) {
            throw wrong("tensor '" + info.name() + "' has a shape larger than any memory");
        }
        if (info.begin() > info.end() || info.bytes() != expected) {
            throw wrong(
                    "tensor '"
                            + info.name()
                            + "' has "
                            + info.bytes()
                            + " bytes, but its shape "
                            + info.shape()
                            + " and type "
                            + info.type()
                            + " need "
                            + expected);
        }
    }

    private void checkCover(List<TensorInfo> infos, long dataBytes) {
        long next = 0;
        for (TensorInfo info : infos) {
            if (info.begin() != next) {
                throw wrong(
                        "tensor '"
                                + info.name()
                                + "' begins at byte "
                                + info.begin()
                                + ", expected "
                                + next
                                + " (a hole or an overlap)");
            }
            next = info.end();
        }
        if (next != dataBytes) {
            throw wrong(
                    "the tensors need "
                            + next
                            + " bytes, the file has "
                            + dataBytes
                            + (dataBytes < next ? " (truncated?)" : ""));
        }
    }

    private StoredType type(String name, JsonNode node) {
        String text = node.isTextual() ? node.textValue() : "";
        return Arrays.stream(StoredType.values())
                .filter(type -> type.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> wrong("tensor '" + name + "' has the unknown dtype '" + text + "'"));
    }

    private long count(String name, String field, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw wrong("tensor '" + name + "': " + field + " holds '" + node + "', not a count");
        }
        return node.longValue();
    }

    private RuntimeFailure wrong(String message) {
        return new RuntimeFailure(
                "weights.header",
                file + ": " + message,
                "download or copy the file again; it is damaged or no safetensors file");
    }
}
