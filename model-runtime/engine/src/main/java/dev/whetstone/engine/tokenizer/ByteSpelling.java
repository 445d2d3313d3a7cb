package dev.whetstone.engine.tokenizer;

import java.util.Map;

/// Tokens `<0xHH>` that spell what a vocabulary lacks.
final class ByteSpelling {
    /// Spells nothing.
    static final ByteSpelling NONE = new ByteSpelling(new int[0]);

    private final int[] idOfByte;

    private ByteSpelling(int[] idOfByte) {
        this.idOfByte = idOfByte;
    }

    static ByteSpelling of(Map<String, Integer> vocabulary) {
        var ids = new int[256];
        for (var b = 0; b < 256; b++) {
            ids[b] = vocabulary.getOrDefault("<0x%02X>".formatted(b), -1);
        }
        return new ByteSpelling(ids);
    }

    /// An id for each byte; none where one of them has no token.
    int[] ids(byte[] bytes) {
        if (idOfByte.length == 0) {
            return new int[0];
        }
        var ids = new int[bytes.length];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = idOfByte[bytes[i] & 255];
            if (ids[i] < 0) {
                return new int[0];
            }
        }
        return ids;
    }
}
