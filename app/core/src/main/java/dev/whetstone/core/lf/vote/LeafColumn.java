package dev.whetstone.core.lf.vote;

/// One leaf's values on all pairs, each computed when it is first needed. One thread at a time may
/// work on a row.
final class LeafColumn {
    private static final int REASONS_SHIFT = 2;
    private static final int KNOWN = 3;

    private final int sides;
    private final byte[] state;
    private final double[] values;

    LeafColumn(Leaf leaf, int rows) {
        this.sides = leaf.sides();
        this.state = new byte[Math.multiplyExact(rows, sides)];
        this.values = new double[leaf.isCondition() ? 0 : state.length];
    }

    /// Memory that the column of a leaf takes.
    static long bytes(Leaf leaf, int rows) {
        return (long) rows * leaf.sides() * (leaf.isCondition() ? 1 : 1 + Double.BYTES);
    }

    /// A value that is only waited for is looked for again; so six reasons are all that a state
    /// holds.
    private static boolean stays(int problems) {
        return (problems & Abstention.PASSING) == 0;
    }

    double measure(Frame frame, Code.Measure plain) {
        int cell = cell(frame);
        int known = state[cell] & 0xff;
        if (known != 0) {
            frame.problems |= known >>> REASONS_SHIFT;
            return values[cell];
        }
        int before = frame.problems;
        frame.problems = 0;
        double value = plain.of(frame);
        if (stays(frame.problems)) {
            values[cell] = value;
            state[cell] = (byte) (1 | frame.problems << REASONS_SHIFT);
        }
        frame.problems |= before;
        return value;
    }

    Truth truth(Frame frame, Code.Condition plain) {
        int cell = cell(frame);
        int known = state[cell] & 0xff;
        if (known != 0) {
            frame.problems |= known >>> REASONS_SHIFT;
            return Truth.at((known & KNOWN) - 1);
        }
        int before = frame.problems;
        frame.problems = 0;
        Truth value = plain.test(frame);
        if (stays(frame.problems)) {
            state[cell] = (byte) (1 + value.ordinal() | frame.problems << REASONS_SHIFT);
        }
        frame.problems |= before;
        return value;
    }

    /// Whether the value of a row's first side is kept.
    boolean knows(int row) {
        return state[sides * row] != 0;
    }

    private int cell(Frame frame) {
        return sides == 1 ? frame.row : 2 * frame.row + (frame.exchanged ? 1 : 0);
    }
}
