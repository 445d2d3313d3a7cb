package dev.whetstone.engine.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// BERT's text cleaning and word splitting, as Hugging Face's `BertNormalizer` (clean text, Chinese
/// characters apart, accents off, lower case) and `BertPreTokenizer` do it.
final class BertText {
    private BertText() {}

    /// The words of a text; a punctuation mark is a word of its own.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = Normalizer.normalize(clean(text), Normalizer.Form.NFD);
        plain.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(
                        c -> {
                            if (whitespace(c)) {
                                end(word, words);
                            } else if (punctuation(c)) {
                                end(word, words);
                                words.add(Character.toString(c));
                            } else {
                                word.appendCodePoint(c);
                            }
                        });
        end(word, words);
        return words;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (whitespace(c)) {
                                clean.append(' ');
                            } else if (chinese(c)) {
                                clean.append(' ').appendCodePoint(c).append(' ');
                            } else if (!control(c)) {
                                clean.appendCodePoint(c);
                            }
                        });
        return clean.toString();
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /// Unicode's White_Space property.
    private static boolean whitespace(int c) {
        return c >= 0x9 && c <= 0xD || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean control(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                            true;
                    default -> false;
                };
    }

    private static boolean punctuation(int c) {
        if (c < 128) {
            return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean chinese(int c) {
        return within(c, 0x4E00, 0x9FFF)
                || within(c, 0x3400, 0x4DBF)
                || within(c, 0x20000, 0x2A6DF)
                || within(c, 0x2A700, 0x2B73F)
                || within(c, 0x2B740, 0x2B81F)
                || within(c, 0x2B920, 0x2CEAF)
                || within(c, 0xF900, 0xFAFF)
                || within(c, 0x2F800, 0x2FA1F);
    }

    private static boolean within(int c, int low, int high) {
        return c >= low && c <= high;
    }
}
