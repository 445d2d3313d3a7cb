package dev.whetstone.core.lf;

import dev.whetstone.core.text.CountedThing;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.Tone;
import dev.whetstone.core.text.ifeval.Instruction;

/// A word that selects what a function looks for.
public sealed interface Choice extends Arg {
    /// The word as a rule spells it.
    String id();

    /// The second argument of `asks_for`.
    record Request(RequestType value) implements Choice {
        @Override
        public Type type() {
            return Type.REQUEST;
        }

        @Override
        public String id() {
            return value.id();
        }
    }

    /// The second argument of `tone`.
    record Manner(Tone value) implements Choice {
        @Override
        public Type type() {
            return Type.TONE;
        }

        @Override
        public String id() {
            return value.id();
        }
    }

    /// The second argument of `max_quantity`.
    record Unit(QuantityUnit value) implements Choice {
        @Override
        public Type type() {
            return Type.UNIT;
        }

        @Override
        public String id() {
            return value.id();
        }
    }

    /// The second argument of `ifeval`.
    record Checked(Instruction value) implements Choice {
        @Override
        public Type type() {
            return Type.INSTRUCTION;
        }

        @Override
        public String id() {
            return value.id();
        }
    }

    /// The second argument of `detects` and `score`: a classifier of the project.
    ///
    /// @param name without the `#`
    record Detector(String name) implements Choice {
        public Detector {
            Names.check(name, "detector");
        }

        @Override
        public Type type() {
            return Type.DETECTOR;
        }

        @Override
        public String id() {
            return "#" + name;
        }
    }

    /// The second argument of `asked_number`.
    record Counted(CountedThing value) implements Choice {
        @Override
        public Type type() {
            return Type.COUNTED;
        }

        @Override
        public String id() {
            return value.id();
        }
    }
}
