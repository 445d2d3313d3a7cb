package dev.whetstone.core.label;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// From class probabilities to one class a row, as Snorkel's `probs_to_preds` does it.
public enum TieBreak {
    /// Classes within 1e-5 of the best one make the row abstain.
    ABSTAIN {
        @Override
        int choose(int row, int[] tied) {
            return LabelMatrix.ABSTAIN;
        }
    },
    /// One of the tied classes, by the SHA-1 digest of the row number: the same in every run.
    BY_ROW_NUMBER {
        @Override
        int choose(int row, int[] tied) {
            return tied[hash(row).mod(BigInteger.valueOf(tied.length)).intValueExact()];
        }
    };

    private static final double TOLERANCE = 1e-5;

    abstract int choose(int row, int[] tied);

    /// The class of each row, or -1.
    public int[] predict(double[][] probabilities) {
        return IntStream.range(0, probabilities.length)
                .map(
                        i -> {
                            double[] p = probabilities[i];
                            double best = Arrays.stream(p).max().orElseThrow();
                            int[] tied =
                                    IntStream.range(0, p.length)
                                            .filter(c -> best - p[c] < TOLERANCE)
                                            .toArray();
                            return tied.length == 1 ? tied[0] : choose(i, tied);
                        })
                .toArray();
    }

    /// The SHA-1 digest of the number in decimal, read as one big-endian unsigned integer.
    static BigInteger hash(int row) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(Integer.toString(row).getBytes(StandardCharsets.US_ASCII));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
