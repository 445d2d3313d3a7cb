package dev.whetstone.engine.tokenizer;

/// The 256 printable characters that stand for bytes in byte-level vocabularies (GPT-2's
/// `bytes_to_unicode`): printable Latin-1 stands for itself, the others follow from U+0100 on.
final class ByteAlphabet {
    private static final int[] BYTE_TO_CHAR = new int[256];
    private static final int[] CHAR_TO_BYTE = new int[512];

    static {
        java.util.Arrays.fill(CHAR_TO_BYTE, -1);
        var next = 256;
        for (var b = 0; b < 256; b++) {
            var printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            BYTE_TO_CHAR[b] = printable ? b : next++;
            CHAR_TO_BYTE[BYTE_TO_CHAR[b]] = b;
        }
    }

    private ByteAlphabet() {}

    static int character(int unsignedByte) {
        return BYTE_TO_CHAR[unsignedByte];
    }

    /// The byte of a character, or -1 when it stands for none.
    static int byteOf(int character) {
        return character < CHAR_TO_BYTE.length ? CHAR_TO_BYTE[character] : -1;
    }

    /// Every code point as the characters of its UTF-8 bytes, which share its range.
    static AlignedText spell(AlignedText text) {
        var builder = new AlignedText.Builder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var codePoint = text.codePoint(i);
            if (codePoint < 0x80) {
                builder.add(BYTE_TO_CHAR[codePoint], text.start(i), text.end(i));
            } else {
                for (var b :
                        Character.toString(codePoint)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    builder.add(BYTE_TO_CHAR[b & 255], text.start(i), text.end(i));
                }
            }
        }
        return builder.build();
    }
}
