package dev.whetstone.core.text.regex;

import java.util.List;

/// The tree of an expression, as far as finite automata go.
sealed interface Syntax {
    /// Whether it can match nothing at all.
    boolean isNullable();

    record Empty() implements Syntax {
        @Override
        public boolean isNullable() {
            return true;
        }
    }

    record One(CodeSet set) implements Syntax {
        @Override
        public boolean isNullable() {
            return false;
        }
    }

    record Look(Assertion assertion) implements Syntax {
        @Override
        public boolean isNullable() {
            return true;
        }
    }

    record Sequence(List<Syntax> parts) implements Syntax {
        @Override
        public boolean isNullable() {
            return parts.stream().allMatch(Syntax::isNullable);
        }
    }

    record Choice(List<Syntax> parts) implements Syntax {
        @Override
        public boolean isNullable() {
            return parts.stream().anyMatch(Syntax::isNullable);
        }
    }

    /// @param most [#UNBOUNDED] for no bound
    record Repeat(Syntax body, int least, int most, boolean greedy) implements Syntax {
        static final int UNBOUNDED = -1;

        @Override
        public boolean isNullable() {
            return least == 0 || body.isNullable();
        }
    }
}
