package dev.whetstone.engine.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Typed settings at the beginning of a file, in the order in which they are put.
final class GgufMetadata {
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    GgufMetadata text(String key, String value) {
        key(key, STRING);
        bytes.writeBytes(string(value));
        return this;
    }

    GgufMetadata number(String key, int value) {
        key(key, UINT32);
        bytes.writeBytes(ints(value));
        return this;
    }

    GgufMetadata real(String key, double value) {
        key(key, FLOAT32);
        bytes.writeBytes(ints(Float.floatToIntBits((float) value)));
        return this;
    }

    GgufMetadata flag(String key, boolean value) {
        key(key, BOOL);
        bytes.write(value ? 1 : 0);
        return this;
    }

    GgufMetadata texts(String key, List<String> values) {
        array(key, STRING, values.size());
        values.forEach(value -> bytes.writeBytes(string(value)));
        return this;
    }

    GgufMetadata numbers(String key, List<Integer> values) {
        array(key, INT32, values.size());
        values.forEach(value -> bytes.writeBytes(ints(value)));
        return this;
    }

    GgufMetadata reals(String key, List<Float> values) {
        array(key, FLOAT32, values.size());
        values.forEach(value -> bytes.writeBytes(ints(Float.floatToIntBits(value))));
        return this;
    }

    private void array(String key, int type, long size) {
        key(key, ARRAY);
        bytes.writeBytes(ints(type));
        bytes.writeBytes(longs(size));
    }

    private void key(String key, int type) {
        count++;
        bytes.writeBytes(string(key));
        bytes.writeBytes(ints(type));
    }

    /// A length in eight bytes, then UTF-8.
    static byte[] string(String value) {
        var text = value.getBytes(UTF_8);
        return little(8 + text.length).putLong(text.length).put(text).array();
    }

    static byte[] ints(int value) {
        return little(4).putInt(value).array();
    }

    static byte[] longs(long value) {
        return little(8).putLong(value).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
