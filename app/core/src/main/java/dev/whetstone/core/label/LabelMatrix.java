package dev.whetstone.core.label;

import java.util.HashSet;
import java.util.List;

/// Votes of m labeling functions on n items with k classes, in Snorkel's convention: -1 abstains,
/// otherwise a class 0..k-1.
///
/// For pairs k is 2, class 1 means "A preferred" and class 0 "B preferred"; `sign` reads the same
/// vote as +1 (A), -1 (B), 0 (abstains).
public final class LabelMatrix {
    public static final int ABSTAIN = -1;

    private final List<String> names;
    private final int classes;
    private final int rows;
    private final byte[] votes;

    private LabelMatrix(List<String> names, int classes, int rows, byte[] votes) {
        this.names = names;
        this.classes = classes;
        this.rows = rows;
        this.votes = votes;
    }

    /// @param names of the functions, all different
    /// @param votes one row an item, one column a function, each -1..classes-1
    public static LabelMatrix of(List<String> names, int classes, int[][] votes) {
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("two labeling functions have the same name");
        }
        if (classes < 2 || classes > 100) {
            throw new IllegalArgumentException("labels need 2 to 100 classes, not " + classes);
        }
        byte[] flat = new byte[votes.length * names.size()];
        for (int i = 0; i < votes.length; i++) {
            if (votes[i].length != names.size()) {
                throw new IllegalArgumentException(
                        "row "
                                + i
                                + " has "
                                + votes[i].length
                                + " votes for "
                                + names.size()
                                + " labeling functions");
            }
            for (int j = 0; j < votes[i].length; j++) {
                if (votes[i][j] < ABSTAIN || votes[i][j] >= classes) {
                    throw new IllegalArgumentException(
                            "row "
                                    + i
                                    + ", "
                                    + names.get(j)
                                    + ": vote "
                                    + votes[i][j]
                                    + " with "
                                    + classes
                                    + " classes");
                }
                flat[i * names.size() + j] = (byte) votes[i][j];
            }
        }
        return new LabelMatrix(List.copyOf(names), classes, votes.length, flat);
    }

    /// @param signs one row a pair, one column a function: above 0 votes A, below 0 B, 0 abstains
    public static LabelMatrix ofPairs(List<String> names, int[][] signs) {
        int[][] votes = new int[signs.length][];
        for (int i = 0; i < signs.length; i++) {
            votes[i] = new int[signs[i].length];
            for (int j = 0; j < signs[i].length; j++) {
                votes[i][j] = signs[i][j] == 0 ? ABSTAIN : signs[i][j] > 0 ? 1 : 0;
            }
        }
        return of(names, 2, votes);
    }

    /// @param columns signs of one rule each, all of the same length: above 0 votes A, below 0 B, 0
    ///     abstains
    /// @param rows how many signs a column has
    public static LabelMatrix ofColumns(List<String> names, int rows, List<byte[]> columns) {
        if (columns.size() != names.size()) {
            throw new IllegalArgumentException(
                    columns.size() + " columns for " + names.size() + " labeling functions");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("two labeling functions have the same name");
        }
        byte[] flat = new byte[rows * columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            byte[] column = columns.get(j);
            if (column.length != rows) {
                throw new IllegalArgumentException(
                        names.get(j) + " has " + column.length + " votes on " + rows + " rows");
            }
            for (int i = 0; i < rows; i++) {
                byte sign = column[i];
                flat[i * columns.size() + j] = (byte) (sign == 0 ? ABSTAIN : sign > 0 ? 1 : 0);
            }
        }
        return new LabelMatrix(List.copyOf(names), 2, rows, flat);
    }

    /// The matrix of some rows, in the order given.
    LabelMatrix select(int[] of) {
        byte[] kept = new byte[of.length * names.size()];
        for (int r = 0; r < of.length; r++) {
            System.arraycopy(votes, of[r] * names.size(), kept, r * names.size(), names.size());
        }
        return new LabelMatrix(names, classes, of.length, kept);
    }

    public List<String> names() {
        return names;
    }

    public int rows() {
        return rows;
    }

    public int rules() {
        return names.size();
    }

    public int classes() {
        return classes;
    }

    public int vote(int row, int rule) {
        return votes[row * names.size() + rule];
    }

    public boolean voted(int row, int rule) {
        return vote(row, rule) != ABSTAIN;
    }

    /// The vote on a pair: +1 for A, -1 for B, 0 abstains.
    public int sign(int row, int rule) {
        int vote = vote(row, rule);
        return vote == ABSTAIN ? 0 : 2 * vote - 1;
    }

    /// How many functions voted on the item.
    public int votes(int row) {
        int count = 0;
        for (int j = 0; j < rules(); j++) {
            if (voted(row, j)) {
                count++;
            }
        }
        return count;
    }

    /// On how many items the function voted.
    public int votesOf(int rule) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (voted(i, rule)) {
                count++;
            }
        }
        return count;
    }

    /// Checks that the classes are those of a pair.
    ///
    /// @throws IllegalArgumentException otherwise
    LabelMatrix requirePairs() {
        if (classes != 2) {
            throw new IllegalArgumentException("pairs have 2 classes, not " + classes);
        }
        return this;
    }
}
