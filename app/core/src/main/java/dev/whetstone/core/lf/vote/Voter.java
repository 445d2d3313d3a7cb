package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Verdict;

/// How a rule compares two responses. A vote is +1 for the response in the frame, -1 for the other,
/// 0 for neither, [#UNKNOWN] where it cannot be told.
///
/// Each voter looks at both responses with the same code and takes a difference, so a vote changes
/// its sign when the responses are exchanged.
sealed interface Voter {
    /// Marks a vote that could not be told.
    int UNKNOWN = 2;

    int vote(Frame frame);

    /// u - v for `good`, v - u for `bad`, where u is the condition and v the same with the roles
    /// exchanged.
    record Contrast(Verdict verdict, Code.Condition condition) implements Voter {
        @Override
        public int vote(Frame frame) {
            Truth own = condition.test(frame);
            frame.exchangeRoles();
            Truth exchanged = condition.test(frame);
            frame.exchangeRoles();
            if (own == Truth.UNKNOWN || exchanged == Truth.UNKNOWN) {
                return UNKNOWN;
            }
            int difference = (own == Truth.TRUE ? 1 : 0) - (exchanged == Truth.TRUE ? 1 : 0);
            return verdict == Verdict.GOOD ? difference : -difference;
        }
    }

    /// The response with the smaller or larger measure, where they differ by the margin and the
    /// gate holds (of the preferred one, where the gate speaks of a response).
    record Measured(
            Direction direction,
            Code.Measure measure,
            Code.Measure margin,
            boolean relative,
            Code.Condition gate,
            boolean gateOnResponse)
            implements Voter {
        @Override
        public int vote(Frame frame) {
            Truth open = gateOnResponse ? Truth.TRUE : gate.test(frame);
            if (open == Truth.FALSE) {
                return 0;
            }
            double own = measure.of(frame);
            frame.exchangeRoles();
            double other = measure.of(frame);
            frame.exchangeRoles();
            double wanted = margin.of(frame);
            if (open == Truth.UNKNOWN
                    || Double.isNaN(own)
                    || Double.isNaN(other)
                    || Double.isNaN(wanted)) {
                return UNKNOWN;
            }
            if (own == other) {
                return 0;
            }
            double difference = Math.abs(own - other);
            double least = relative ? wanted * Math.max(Math.abs(own), Math.abs(other)) : wanted;
            if (difference < least) {
                return 0;
            }
            int preferred = (own > other) == (direction == Direction.HIGHER) ? 1 : -1;
            return gateOnResponse ? gated(frame, preferred) : preferred;
        }

        private int gated(Frame frame, int preferred) {
            if (preferred < 0) {
                frame.exchangeRoles();
            }
            Truth open = gate.test(frame);
            if (preferred < 0) {
                frame.exchangeRoles();
            }
            return switch (open) {
                case TRUE -> preferred;
                case FALSE -> 0;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }
}
