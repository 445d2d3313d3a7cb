package dev.whetstone.engine.tokenizer;

import java.text.Normalizer.Form;

/// BERT's normalizer as in Hugging Face tokenizers.
///
/// @param clean drops control characters and makes white space blanks
/// @param spaceIdeographs puts blanks around Chinese characters
/// @param stripAccents drops accents
record BertNormalizer(boolean clean, boolean spaceIdeographs, boolean stripAccents, boolean lower)
        implements Normalizer {
    private static final Normalizer DECOMPOSE = new Unicode(Form.NFD);
    private static final Normalizer LOWER = new Lowercase();

    @Override
    public AlignedText apply(AlignedText text) {
        var result = clean ? cleaned(text) : text;
        if (spaceIdeographs) {
            result = spaced(result);
        }
        if (stripAccents) {
            result = withoutAccents(DECOMPOSE.apply(result));
        }
        return lower ? LOWER.apply(result) : result;
    }

    private static AlignedText cleaned(AlignedText text) {
        var builder = new AlignedText.Builder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var codePoint = text.codePoint(i);
            if (isWhiteSpace(codePoint)) {
                builder.add(' ', text.start(i), text.end(i));
            } else if (codePoint != 0 && codePoint != 0xFFFD && !Characters.isOther(codePoint)) {
                builder.add(codePoint, text.start(i), text.end(i));
            }
        }
        return builder.build();
    }

    /// Control characters go first, those that are white space too, but for these three.
    private static boolean isWhiteSpace(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            default -> Characters.isWhiteSpace(codePoint) && !Characters.isOther(codePoint);
        };
    }

    private static AlignedText spaced(AlignedText text) {
        var builder = new AlignedText.Builder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var start = text.start(i);
            var end = text.end(i);
            if (isIdeograph(text.codePoint(i))) {
                builder.add(' ', start, end);
                builder.add(text.codePoint(i), start, end);
                builder.add(' ', start, end);
            } else {
                builder.add(text.codePoint(i), start, end);
            }
        }
        return builder.build();
    }

    /// The ranges of the reference, whose last but three begins 256 later than the block.
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private static AlignedText withoutAccents(AlignedText text) {
        var builder = new AlignedText.Builder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (!Characters.isNonSpacingMark(text.codePoint(i))) {
                builder.add(text.codePoint(i), text.start(i), text.end(i));
            }
        }
        return builder.build();
    }
}
