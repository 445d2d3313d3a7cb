package dev.whetstone.engine.tokenizer;

/// Bytes that may be no UTF-8 as text: U+FFFD for each longest beginning of a sequence that cannot
/// go on (Unicode 3.9, "maximal subpart"), as in Rust. Java's own decoder counts some of them
/// otherwise.
final class LossyUtf8 {
    private LossyUtf8() {}

    static String decode(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (var at = 0; at < bytes.length; ) {
            var length = length(bytes[at] & 255);
            var valid = 1;
            while (valid < length && continues(bytes, at, valid)) {
                valid++;
            }
            if (length > 0 && valid == length) {
                text.appendCodePoint(codePoint(bytes, at, length));
            } else {
                text.append('\uFFFD');
            }
            at += valid;
        }
        return text.toString();
    }

    /// Bytes of the sequence that begins so; 0 where none does.
    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static boolean continues(byte[] bytes, int start, int index) {
        if (start + index >= bytes.length) {
            return false;
        }
        var least = 0x80;
        var most = 0xBF;
        if (index == 1) {
            switch (bytes[start] & 255) {
                case 0xE0 -> least = 0xA0;
                case 0xED -> most = 0x9F;
                case 0xF0 -> least = 0x90;
                case 0xF4 -> most = 0x8F;
                default -> {}
            }
        }
        var value = bytes[start + index] & 255;
        return value >= least && value <= most;
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        var bits = length == 1 ? bytes[at] : bytes[at] & (0xFF >> (length + 1));
        for (var i = 1; i < length; i++) {
            bits = bits << 6 | (bytes[at + i] & 0x3F);
        }
        return bits;
    }
}
