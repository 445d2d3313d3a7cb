package dev.whetstone.core.lf;

/// By how much two responses must differ before a measure prefers one.
public sealed interface Margin {
    /// Any difference counts.
    record Any() implements Margin {}

    /// At least `value` in the measure's own unit.
    record By(double value) implements Margin {
        public By {
            new Num.Constant(value);
            if (value < 0) {
                throw new RuleTypeException("a margin is not negative");
            }
            value = value == 0 ? 0.0 : value;
        }
    }

    /// At least `percent` of the larger of the two.
    record ByPercent(double percent) implements Margin {
        public ByPercent {
            new Num.Constant(percent);
            if (percent < 0) {
                throw new RuleTypeException("a margin is not negative");
            }
            percent = percent == 0 ? 0.0 : percent;
        }
    }

    /// A fitted value in the measure's own unit.
    record BySlot(Num.Slot slot) implements Margin {}
}
