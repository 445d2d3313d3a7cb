package dev.whetstone.core.detect;

import dev.whetstone.core.text.TextFeatures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A text by its content: the first 16 bytes of the SHA-256 of its UTF-8.
public record TextKey(long high, long low) {
    private static final String MEMO = "text key";
    public static final int BYTES = 2 * Long.BYTES;

    public static TextKey of(String text) {
        try {
            return read(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /// Computed once for a text whose features are kept.
    public static TextKey of(TextFeatures text) {
        return text.memo(MEMO, known -> of(known.text()));
    }

    /// The key that [#bytes] wrote; further bytes are not looked at.
    ///
    /// @throws java.nio.BufferUnderflowException when there are fewer than 16
    public static TextKey read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new TextKey(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }
}
