package dev.whetstone.store.derived;

/// One rule's votes, one a pair in the order of the pairs they were derived from: 1 for A, -1 for
/// B, 0 for no vote.
public final class Votes {
    private final byte[] votes;

    private Votes(byte[] votes) {
        this.votes = votes;
    }

    /// @throws IllegalArgumentException for a value other than -1, 0, 1
    public static Votes of(byte... votes) {
        for (byte vote : votes) {
            if (vote < -1 || vote > 1) {
                throw new IllegalArgumentException("a vote is -1, 0 or 1, not " + vote);
            }
        }
        return new Votes(votes.clone());
    }

    public int size() {
        return votes.length;
    }

    public int at(int pair) {
        return votes[pair];
    }

    public byte[] toBytes() {
        return votes.clone();
    }
}
