package dev.whetstone.engine.tokenizer;

import dev.whetstone.engine.control.RuntimeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds the parts of a text that a pre-tokenizer cuts at.
sealed interface SplitPattern {
    /// A part, in code points.
    record Match(int from, int to) {}

    /// Not overlapping, from left to right.
    List<Match> matches(AlignedText text);

    record Literal(String content) implements SplitPattern {
        @Override
        public List<Match> matches(AlignedText text) {
            var wanted = content.codePoints().toArray();
            var found = new ArrayList<Match>();
            for (var at = 0; wanted.length > 0 && at + wanted.length <= text.length(); ) {
                if (isAt(text, at, wanted)) {
                    found.add(new Match(at, at + wanted.length));
                    at += wanted.length;
                } else {
                    at++;
                }
            }
            return found;
        }

        private static boolean isAt(AlignedText text, int at, int[] wanted) {
            for (var i = 0; i < wanted.length; i++) {
                if (text.codePoint(at + i) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Single code points of a kind.
    record Each(IntPredicate kind) implements SplitPattern {
        @Override
        public List<Match> matches(AlignedText text) {
            var found = new ArrayList<Match>();
            for (var at = 0; at < text.length(); at++) {
                if (kind.test(text.codePoint(at))) {
                    found.add(new Match(at, at + 1));
                }
            }
            return found;
        }
    }

    /// A pattern of tokenizer.json. These need look-ahead, which RE2 has not, so the matcher
    /// backtracks; it gets a budget of steps, and a pattern that exceeds it is refused.
    record Regex(Pattern pattern) implements SplitPattern {
        static final int LONGEST_PATTERN = 10_000;
        private static final long STEPS_PER_CHARACTER = 2_000;
        private static final long STEPS_AT_LEAST = 100_000;

        /// A pattern of tokenizer.json.
        static Regex of(String source, String field) {
            return java(RegexDialect.translate(source), field);
        }

        /// A pattern in Java's own spelling.
        static Regex java(String source, String field) {
            if (source.length() > LONGEST_PATTERN) {
                throw TokenizerFile.broken(field, "the pattern is too long");
            }
            try {
                return new Regex(
                        Pattern.compile(
                                source, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE));
            } catch (StackOverflowError e) {
                throw TokenizerFile.broken(field, "the pattern is nested too deeply");
            } catch (PatternSyntaxException e) {
                throw TokenizerFile.broken(
                        field, "the pattern is not understood: " + e.getDescription());
            }
        }

        @Override
        public List<Match> matches(AlignedText text) {
            var string = text.toString();
            var budget =
                    new Budgeted(string, STEPS_AT_LEAST + STEPS_PER_CHARACTER * string.length());
            var matcher = pattern.matcher(budget);
            var found = new ArrayList<Match>();
            var unit = 0;
            var codePoint = 0;
            try {
                while (matcher.find()) {
                    codePoint += string.codePointCount(unit, matcher.start());
                    var to = codePoint + string.codePointCount(matcher.start(), matcher.end());
                    found.add(new Match(codePoint, to));
                    codePoint = to;
                    unit = matcher.end();
                }
            } catch (StackOverflowError e) {
                throw Budgeted.exceeded();
            }
            return found;
        }
    }

    /// Counts how often the matcher looks at a character.
    final class Budgeted implements CharSequence {
        private final String text;
        private long left;

        Budgeted(String text, long steps) {
            this.text = text;
            this.left = steps;
        }

        static RuntimeFailure exceeded() {
            return new RuntimeFailure(
                    "tokenizer.pattern",
                    "tokenizer.json: a splitting pattern takes too long on this text",
                    "The pattern is not one of the known families'. Check where the model came from.");
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw exceeded();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
