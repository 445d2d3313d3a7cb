package dev.whetstone.engine.tokenizer;

import java.text.Normalizer.Form;
import java.util.List;

/// What happens to a text before it is cut.
sealed interface Normalizer
        permits BertNormalizer,
                Normalizer.Chain,
                Normalizer.Prepend,
                Normalizer.Replace,
                Normalizer.Lowercase,
                Normalizer.Strip,
                Normalizer.StripAccents,
                Normalizer.Unicode {
    AlignedText apply(AlignedText text);

    record Chain(List<Normalizer> parts) implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            for (var part : parts) {
                text = part.apply(text);
            }
            return text;
        }
    }

    record Prepend(String content) implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            return text.isEmpty() ? text : text.prepend(content);
        }
    }

    /// Every match becomes `content`, whose code points have the range of the match's last one.
    record Replace(SplitPattern pattern, String content) implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            var builder = new AlignedText.Builder(text.length());
            var at = 0;
            for (var match : pattern.matches(text)) {
                builder.addAll(text.slice(at, match.from()));
                if (match.to() > match.from()) {
                    var start = text.start(match.to() - 1);
                    var end = text.end(match.to() - 1);
                    content.codePoints().forEach(c -> builder.add(c, start, end));
                }
                at = match.to();
            }
            builder.addAll(text.slice(at, text.length()));
            return builder.build();
        }
    }

    record Lowercase() implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            var builder = new AlignedText.Builder(text.length());
            for (var i = 0; i < text.length(); i++) {
                var start = text.start(i);
                var end = text.end(i);
                Character.toString(text.codePoint(i))
                        .toLowerCase(java.util.Locale.ROOT)
                        .codePoints()
                        .forEach(c -> builder.add(c, start, end));
            }
            return builder.build();
        }
    }

    /// Drops white space at the ends.
    record Strip(boolean left, boolean right) implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            var from = 0;
            var to = text.length();
            while (left && from < to && Characters.isWhiteSpace(text.codePoint(from))) {
                from++;
            }
            while (right && to > from && Characters.isWhiteSpace(text.codePoint(to - 1))) {
                to--;
            }
            return text.slice(from, to);
        }
    }

    /// Drops combining marks; meant to come after a decomposition.
    record StripAccents() implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            var builder = new AlignedText.Builder(text.length());
            for (var i = 0; i < text.length(); i++) {
                if (!Characters.isMark(text.codePoint(i))) {
                    builder.add(text.codePoint(i), text.start(i), text.end(i));
                }
            }
            return builder.build();
        }
    }

    /// A Unicode normalization form. Texts are normalized from boundary to boundary, so that every
    /// code point keeps the place it came from.
    record Unicode(Form form) implements Normalizer {
        @Override
        public AlignedText apply(AlignedText text) {
            var whole = text.toString();
            if (java.text.Normalizer.isNormalized(whole, form)) {
                return text;
            }
            var builder = new AlignedText.Builder(text.length());
            for (var from = 0; from < text.length(); ) {
                var to = from + 1;
                while (to < text.length() && !isBoundary(text, from, to)) {
                    to++;
                }
                normalize(text, from, to, builder);
                from = to;
            }
            return builder.build();
        }

        private void normalize(AlignedText text, int from, int to, AlignedText.Builder builder) {
            if (isWhole(text.codePoint(from))) {
                builder.addAll(text.slice(from, to));
                return;
            }
            var piece = text.slice(from, to).toString();
            var normal = java.text.Normalizer.normalize(piece, form).codePoints().toArray();
            for (var i = 0; i < normal.length; i++) {
                // composed and decomposed code points keep their order, so place i is near enough
                var source = Math.min(from + i, to - 1);
                builder.add(normal[i], text.start(source), text.end(source));
            }
        }

        private boolean isWhole(int codePoint) {
            return form != Form.NFC && OlderUnicode.WHOLE.get(codePoint);
        }

        /// Whether normalizing the parts before and after `at` gives the whole's normal form. Both
        /// parts together are tried, so nothing needs to be known about composition.
        private boolean isBoundary(AlignedText text, int from, int at) {
            var next = text.codePoint(at);
            if (next < 0x300 || isWhole(next) || isWhole(text.codePoint(from))) {
                return true;
            }
            if (Characters.isMark(next)) {
                return false;
            }
            var left = text.slice(from, at).toString();
            var right = Character.toString(next);
            var apart =
                    java.text.Normalizer.normalize(left, form)
                            + java.text.Normalizer.normalize(right, form);
            return java.text.Normalizer.normalize(left + right, form).equals(apart);
        }
    }
}
