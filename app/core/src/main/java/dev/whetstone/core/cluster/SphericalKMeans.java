package dev.whetstone.core.cluster;

import java.util.Arrays;
import java.util.Random;

/// Groups of vectors by their direction: k-means on the unit sphere with cosines (Dhillon and Modha
/// 2001), begun by k-means++ (Arthur and Vassilvitskii 2007).
///
/// @param groupOf each row's group, 0 to k - 1; a row without direction (all zeros) is in the group
///     whose centre it ties with first
/// @param centres of unit length
public record SphericalKMeans(int[] groupOf, double[][] centres) {
    private static final int MAX_ROUNDS = 50;

    /// The beginning that ends with rows nearest to their centres, of three: one alone may come to
    /// rest with two centres in one heap.
    private static final int BEGINNINGS = 3;

    /// @param rows vectors of one dimension, of any length but best of unit length
    /// @param k 1 to the number of rows
    public static SphericalKMeans of(float[][] rows, int k, long seed) {
        if (k < 1 || k > rows.length) {
            throw new IllegalArgumentException(k + " groups of " + rows.length + " rows");
        }
        Random random = new Random(seed);
        SphericalKMeans best = from(rows, begin(rows, k, random));
        for (int trial = 1; trial < BEGINNINGS && k > 1; trial++) {
            SphericalKMeans other = from(rows, begin(rows, k, random));
            best = other.nearness(rows) > best.nearness(rows) ? other : best;
        }
        return best;
    }

    /// Groups about given centres, of any length; no row is in them yet.
    public static SphericalKMeans about(double[][] centres) {
        double[][] directions = new double[centres.length][];
        Arrays.setAll(directions, g -> unit(centres[g]));
        return new SphericalKMeans(new int[0], directions);
    }

    private static SphericalKMeans from(float[][] rows, double[][] begun) {
        int k = begun.length;
        double[][] centres = begun;
        int[] groupOf = new int[rows.length];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int[] next = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                next[i] = nearest(rows[i], centres);
            }
            refill(rows, next, centres);
            boolean rests = round > 0 && Arrays.equals(next, groupOf);
            groupOf = next;
            centres = centres(rows, groupOf, k);
            if (rests) {
                break;
            }
        }
        return new SphericalKMeans(groupOf, centres);
    }

    private double nearness(float[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += dot(rows[i], centres[groupOf[i]]);
        }
        return sum;
    }

    /// Which of the centres has the greatest cosine with a row; the first of equals.
    public int nearest(float[] row) {
        return nearest(row, centres);
    }

    public int groups() {
        return centres.length;
    }

    /// The mean over rows of (b - a) / max(a, b), where a and b are 1 - cosine to the row's own and
    /// to the nearest other centre: the simplified silhouette (Hruschka, de Castro and Campello
    /// 2004). 0 for one group; up to 1.
    public double silhouette(float[][] rows) {
        if (centres.length < 2) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double a = 1 - dot(rows[i], centres[groupOf[i]]);
            double b = Double.POSITIVE_INFINITY;
            for (int g = 0; g < centres.length; g++) {
                b = g == groupOf[i] ? b : Math.min(b, 1 - dot(rows[i], centres[g]));
            }
            double most = Math.max(a, b);
            sum += most < 1e-9 ? 0 : (b - a) / most;
        }
        return sum / rows.length;
    }

    private static double[][] begin(float[][] rows, int k, Random random) {
        double[][] centres = new double[k][];
        centres[0] = unit(widen(rows[random.nextInt(rows.length)]));
        double[] away = new double[rows.length];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        for (int g = 1; g < k; g++) {
            double total = 0;
            for (int i = 0; i < rows.length; i++) {
                away[i] = Math.min(away[i], Math.max(0, 1 - dot(rows[i], centres[g - 1])));
                total += away[i];
            }
            double at = random.nextDouble() * total;
            int chosen = 0;
            for (int i = 0; i < rows.length; i++) {
                at -= away[i];
                if (at <= 0 && away[i] > 0) {
                    chosen = i;
                    break;
                }
            }
            centres[g] = unit(widen(rows[chosen]));
        }
        return centres;
    }

    /// An empty group takes the row that is farthest from the centre of its own, which is not
    /// alone.
    private static void refill(float[][] rows, int[] groupOf, double[][] centres) {
        int[] sizes = new int[centres.length];
        for (int group : groupOf) {
            sizes[group]++;
        }
        for (int g = 0; g < centres.length; g++) {
            if (sizes[g] == 0) {
                int farthest = -1;
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < rows.length; i++) {
                    double near = dot(rows[i], centres[groupOf[i]]);
                    if (sizes[groupOf[i]] > 1 && near < least) {
                        least = near;
                        farthest = i;
                    }
                }
                sizes[groupOf[farthest]]--;
                groupOf[farthest] = g;
                sizes[g] = 1;
            }
        }
    }

    private static int nearest(float[] row, double[][] centres) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < centres.length; g++) {
            double cosine = dot(row, centres[g]);
            if (cosine > most + 1e-12) {
                most = cosine;
                best = g;
            }
        }
        return best;
    }

    private static double[][] centres(float[][] rows, int[] groupOf, int k) {
        double[][] sums = new double[k][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            double[] sum = sums[groupOf[i]];
            for (int d = 0; d < sum.length; d++) {
                sum[d] += rows[i][d];
            }
        }
        for (int g = 0; g < k; g++) {
            sums[g] = unit(sums[g]);
        }
        return sums;
    }

    private static double[] widen(float[] row) {
        double[] wide = new double[row.length];
        Arrays.setAll(wide, d -> row[d]);
        return wide;
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
        return length == 0 ? v : Arrays.stream(v).map(x -> x / length).toArray();
    }

    /// The cosine of a row of unit length with a centre.
    public static double dot(float[] row, double[] centre) {
        double sum = 0;
        for (int d = 0; d < row.length; d++) {
            sum += row[d] * centre[d];
        }
        return sum;
    }
}
