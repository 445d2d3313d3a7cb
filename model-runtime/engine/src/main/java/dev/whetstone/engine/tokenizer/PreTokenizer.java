package dev.whetstone.engine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into the pieces that are tokenized each by itself.
sealed interface PreTokenizer {
    List<AlignedText> split(AlignedText text);

    record Chain(List<PreTokenizer> parts) implements PreTokenizer {
        @Override
        public List<AlignedText> split(AlignedText text) {
            var pieces = List.of(text);
            for (var part : parts) {
                var next = new ArrayList<AlignedText>();
                pieces.forEach(piece -> next.addAll(part.split(piece)));
                pieces = next;
            }
            return pieces;
        }
    }

    record Cut(SplitPattern pattern, SplitBehavior behavior, SplitBehavior.Sense sense)
            implements PreTokenizer {
        @Override
        public List<AlignedText> split(AlignedText text) {
            return behavior.split(text, pattern, sense);
        }
    }

    /// Puts a space before the piece where none is.
    record PrefixSpace() implements PreTokenizer {
        @Override
        public List<AlignedText> split(AlignedText text) {
            return text.isEmpty() || text.codePoint(0) == ' '
                    ? List.of(text)
                    : List.of(text.prepend(' '));
        }
    }

    /// Spells the piece as the characters that stand for its bytes.
    record SpellBytes() implements PreTokenizer {
        @Override
        public List<AlignedText> split(AlignedText text) {
            return List.of(ByteAlphabet.spell(text));
        }
    }

    /// Spaces become `replacement`; one more is put before the text.
    record Metaspace(int replacement, Prepend prepend) implements PreTokenizer {
        /// Before which pieces.
        enum Prepend {
            ALWAYS,
            FIRST,
            NEVER
        }

        @Override
        public List<AlignedText> split(AlignedText text) {
            if (text.isEmpty()) {
                return List.of(text);
            }
            var replaced = text.replace(' ', replacement);
            var wanted =
                    switch (prepend) {
                        case ALWAYS -> true;
                        case FIRST -> text.start(0) == 0;
                        case NEVER -> false;
                    };
            return wanted && replaced.codePoint(0) != replacement
                    ? List.of(replaced.prepend(replacement))
                    : List.of(replaced);
        }
    }
}
