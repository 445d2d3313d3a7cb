package dev.whetstone.core.lf;

/// When a measure's preference applies.
public sealed interface Gate {
    record Always() implements Gate {}

    /// Only where the condition holds; where it speaks of X it must hold for the preferred one.
    record When(Bool condition) implements Gate {
        public When {
            Arg.require(condition, Type.BOOL);
        }
    }
}
