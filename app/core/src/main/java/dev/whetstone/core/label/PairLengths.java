package dev.whetstone.core.label;

/// How long the two responses of each pair are, in code points.
public record PairLengths(int[] first, int[] second) {
    /// The shorter response of a length-matched pair has at least this share of the longer one's.
    public static final double MATCHED = .8;

    /// @throws IllegalArgumentException when there are not as many first as second ones
    public PairLengths {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    first.length + " first responses and " + second.length + " second ones");
        }
        first = first.clone();
        second = second.clone();
    }

    public int rows() {
        return first.length;
    }

    /// +1 where A is the longer one, -1 where B is, 0 where they are equal.
    public int longer(int row) {
        return Integer.compare(first[row], second[row]);
    }

    /// Whether length hardly tells the two apart.
    public boolean matched(int row) {
        return Math.min(first[row], second[row]) >= MATCHED * Math.max(first[row], second[row]);
    }
}
