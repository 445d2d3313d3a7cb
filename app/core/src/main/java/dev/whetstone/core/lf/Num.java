package dev.whetstone.core.lf;

/// A number: constant, fitted value, product, quotient, or a measure of a text.
public sealed interface Num extends Arg
        permits Num.Constant, Num.Slot, Num.Product, Num.Quotient, Call {

    /// A number written in the rule, between -1e12 and 1e12 and, unless 0, no smaller than 1e-9.
    record Constant(double value) implements Num {
        private static final double LARGEST = 1e12;
        private static final double SMALLEST = 1e-9;

        public Constant {
            double size = Math.abs(value);
            if (!(size <= LARGEST) || (size > 0 && size < SMALLEST)) {
                throw new RuleTypeException("the number " + value + " is out of range");
            }
            value = value == 0 ? 0.0 : value;
        }

        @Override
        public Type type() {
            return Type.NUM;
        }
    }

    /// A value kept beside the rule and fitted to judged pairs; see [SlotValues].
    ///
    /// @param name without the question mark; a letter, then letters, digits, underscores
    record Slot(String name) implements Num {
        public Slot {
            Names.check(name, "slot");
        }

        @Override
        public Type type() {
            return Type.NUM;
        }
    }

    record Product(Num left, Num right) implements Num {
        public Product {
            Arg.require(left, Type.NUM);
            Arg.require(right, Type.NUM);
        }

        @Override
        public Type type() {
            return Type.NUM;
        }
    }

    /// Unknown where the divisor is 0.
    record Quotient(Num left, Num right) implements Num {
        public Quotient {
            Arg.require(left, Type.NUM);
            Arg.require(right, Type.NUM);
        }

        @Override
        public Type type() {
            return Type.NUM;
        }
    }
}
