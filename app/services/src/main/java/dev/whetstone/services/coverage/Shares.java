package dev.whetstone.services.coverage;

/// A symmetric table of shares of pairs, a row and a column a rule.
///
/// @param counts by rule and by other rule up to itself
/// @param pairs of which shares are; 0 makes all of them 0
public record Shares(int[][] counts, int pairs) {
    public static Shares of(int rules, int pairs, Count count) {
        int[][] counts = new int[rules][];
        for (int j = 0; j < rules; j++) {
            counts[j] = new int[j + 1];
            for (int k = 0; k <= j; k++) {
                counts[j][k] = count.of(j, k);
            }
        }
        return new Shares(counts, pairs);
    }

    /// How many pairs two rules have in common.
    @FunctionalInterface
    public interface Count {
        int of(int rule, int other);
    }

    public int rules() {
        return counts.length;
    }

    public int count(int rule, int other) {
        return rule >= other ? counts[rule][other] : counts[other][rule];
    }

    public double share(int rule, int other) {
        return pairs == 0 ? 0 : (double) count(rule, other) / pairs;
    }
}
