package dev.whetstone.core.mine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How many of the findings may be chance when many things were looked at.
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /// Adjusted p values of Benjamini and Hochberg (1995): keeping all with a value of at most `q`
    /// keeps the expected share of chance findings at most `q`. The i-th smallest of m values
    /// becomes min over j >= i of p(j) m / j.
    ///
    /// @param p in 0..1, of everything that was tested, found or not
    /// @return in the order of `p`, in 0..1
    public static double[] adjusted(double[] p) {
        List<Integer> order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .toList();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int i = order.get(rank - 1);
            least = Math.min(least, p[i] * p.length / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
