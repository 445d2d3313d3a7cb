package dev.whetstone.core.lf.vote;

import java.util.ArrayList;
import java.util.List;

/// Votes of rules over pairs, and how often and why each rule could not tell.
public final class VoteMatrix {
    private final List<CompiledRule> rules;
    private final int rows;
    private final byte[][] votes;
    private final long[][] abstentions;

    VoteMatrix(List<CompiledRule> rules, int rows, byte[][] votes, long[][] abstentions) {
        this.rules = List.copyOf(rules);
        this.rows = rows;
        this.votes = votes;
        this.abstentions = abstentions;
    }

    /// The rules, in the order of the columns.
    public List<CompiledRule> rules() {
        return rules;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return votes.length;
    }

    /// +1 for the row's first response, -1 for its second, 0 where the rule abstains.
    public int vote(int row, int column) {
        return votes[column][row];
    }

    /// A copy of one rule's votes, by row.
    public byte[] column(int column) {
        return votes[column].clone();
    }

    /// How often a rule has voted `value` (+1, 0 or -1).
    public int count(int column, int value) {
        int count = 0;
        for (byte vote : votes[column]) {
            count += vote == value ? 1 : 0;
        }
        return count;
    }

    /// In how many rows a rule abstained for a reason.
    public long abstentions(int column, Abstention reason) {
        return abstentions[column][reason.ordinal()];
    }

    /// This matrix with one column replaced by the only column of another.
    ///
    /// @throws IllegalArgumentException when the other has more columns or other rows
    public VoteMatrix with(int column, VoteMatrix changed) {
        if (changed.columns() != 1 || changed.rows != rows) {
            throw new IllegalArgumentException(
                    "expected one column of " + rows + " rows, found " + changed.columns()
                            + " of " + changed.rows);
        }
        byte[][] newVotes = votes.clone();
        long[][] newAbstentions = abstentions.clone();
        List<CompiledRule> newRules = new ArrayList<>(rules);
        newVotes[column] = changed.votes[0];
        newAbstentions[column] = changed.abstentions[0];
        newRules.set(column, changed.rules.getFirst());
        return new VoteMatrix(newRules, rows, newVotes, newAbstentions);
    }
}
