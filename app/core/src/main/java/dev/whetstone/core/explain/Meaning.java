package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import java.util.List;

/// What a constituent means. Tests are terms of the rule language over `X`; which reply that is
/// comes out when the clause has its subject and the explanation its box.
sealed interface Meaning {
    /// A word that carries structure only.
    record Mark(String word) implements Meaning {}

    /// Which reply a clause speaks of.
    enum Role implements Meaning {
        IT,
        OTHER,
        A,
        B,
        BOTH,
        NEITHER,
        /// The reply that the expert chose, said outright.
        CHOSEN
    }

    record Amount(double value) implements Meaning {}

    /// An amount in a unit, such as $500.
    record Price(dev.whetstone.core.text.QuantityUnit unit, double value) implements Meaning {}

    record Compared(Relation relation) implements Meaning {}

    record Quantity(Relation relation, double value) implements Meaning {}

    record Things(List<Thing> things, Join join) implements Meaning {
        public Things {
            things = List.copyOf(things);
        }

        enum Join {
            ONE,
            AND,
            BOTH,
            OR
        }
    }

    /// A feature of a text: words(X), and whether more of it is what the word says.
    record Feature(Num num) implements Meaning {}

    /// A name of the rule language: a period, a language, a part of a text.
    record Name(String name) implements Meaning {}

    /// An adjective.
    ///
    /// @param threshold whether one reply alone can be so; otherwise replies are compared
    /// @param high whether the word means much of the measure
    record Quality(Num measure, boolean threshold, boolean high) implements Meaning {}

    /// Whether the words themselves praise or blame.
    enum Leaning {
        BLEMISH,
        NEUTRAL,
        MERIT
    }

    /// A test over X that is asserted.
    record Test(Bool bool, Leaning leaning) implements Meaning {
        static Test neutral(Bool bool) {
            return new Test(bool, Leaning.NEUTRAL);
        }
    }

    /// Two things in order; kept apart from a test because its negation still needs the second.
    record Order(Thing first, Thing second) implements Meaning {}

    /// A test over X that ought to hold.
    record Wish(Bool bool) implements Meaning {}

    /// More or less of something than the other reply, or than is right.
    ///
    /// @param high the reply spoken of has more
    /// @param margin smallest difference; NaN leaves it to a slot
    record Degree(Num measure, boolean high, double margin, boolean excess) implements Meaning {}

    /// A condition on the prompt, over P.
    record Gate(Bool bool) implements Meaning {}

    /// A content said of a reply.
    record Said(Role role, Meaning content) implements Meaning {}

    /// All clauses and conditions of an explanation.
    record Whole(List<Said> said, List<Bool> gates) implements Meaning {
        public Whole {
            said = List.copyOf(said);
            gates = List.copyOf(gates);
        }
    }
}
