package dev.whetstone.core.label;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/// Log-strengths of items from comparisons and rankings (Bradley and Terry 1952; Plackett
/// 1975, Luce 1959): an item is the best of a set with probability e^s / Σ e^s.
public final class Strengths {
    /// One choice: the first item was preferred to all the others, `weight` times.
    public record Choice(int[] best, double weight) {
        /// One item before another.
        public static Choice pair(int winner, int loser, double weight) {
            return new Choice(new int[] {winner, loser}, weight);
        }
    }

    private final int items;
    private final List<Choice> choices;

    public Strengths(int items, List<Choice> choices) {
        this.items = items;
        this.choices = List.copyOf(choices);
    }

    /// Stages of a ranking, best first: each item chosen among those that are left.
    public static List<Choice> stages(int[] bestFirst) {
        return IntStream.range(0, Math.max(0, bestFirst.length - 1))
                .mapToObj(k -> new Choice(Arrays.copyOfRange(bestFirst, k, bestFirst.length), 1))
                .toList();
    }

    /// The strengths with the least -log-likelihood + penalty/2 · Σ s², by Newton's method; with a
    /// penalty their mean is 0.
    ///
    /// @param penalty above 0; 0.1 or more for real data, since without one an item that
    ///     always wins has no finite strength
    public double[] penalised(double penalty) {
        if (!(penalty > 0)) {
            throw new IllegalArgumentException("a penalty of " + penalty + " is not above 0");
        }
        return newton(penalty, new double[items]);
    }

    /// The maximum-likelihood strengths, mean 0.
    ///
    /// @throws IllegalStateException when there is no finite maximum: some group of items
    ///     never lost to the rest, or was never compared with it
    public double[] maximumLikelihood() {
        if (!reachesAll(false) || !reachesAll(true)) {
            throw new IllegalStateException(
                    "no finite strengths: some items never lost to the others, or were never"
                            + " compared with them");
        }
        double[] s = newton(1e-9, new double[items]);
        double mean = Arrays.stream(s).average().orElse(0);
        Arrays.setAll(s, i -> s[i] - mean);
        return s;
    }

    public double logLikelihood(double[] s) {
        double sum = 0;
        for (Choice choice : choices) {
            double max = Arrays.stream(choice.best()).mapToDouble(i -> s[i]).max().orElseThrow();
            double total =
                    Arrays.stream(choice.best()).mapToDouble(i -> Math.exp(s[i] - max)).sum();
            sum += choice.weight() * (s[choice.best()[0]] - max - Math.log(total));
        }
        return sum;
    }

    private double[] newton(double penalty, double[] s) {
        for (int round = 0; round < 200; round++) {
            double[] gradient = new double[items];
            double[][] hessian = new double[items][items];
            for (int i = 0; i < items; i++) {
                gradient[i] = -penalty * s[i];
                hessian[i][i] = penalty;
            }
            choices.forEach(choice -> add(choice, s, gradient, hessian));
            double[] step =
                    new CholeskyDecomposition(
                                    new Array2DRowRealMatrix(hessian, false), 1e-12, 1e-14)
                            .getSolver()
                            .solve(new ArrayRealVector(gradient, false))
                            .toArray();
            double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double damping = largest > 1 ? 1 / largest : 1;
            Arrays.setAll(s, i -> s[i] + damping * step[i]);
            if (largest < 1e-12) {
                break;
            }
        }
        return s;
    }

    private static void add(Choice choice, double[] s, double[] gradient, double[][] hessian) {
        int[] set = choice.best();
        double[] p = Posterior.normalise(Arrays.stream(set).mapToDouble(i -> s[i]).toArray());
        gradient[set[0]] += choice.weight();
        for (int a = 0; a < set.length; a++) {
            gradient[set[a]] -= choice.weight() * p[a];
            hessian[set[a]][set[a]] += choice.weight() * p[a];
            for (int b = 0; b < set.length; b++) {
                hessian[set[a]][set[b]] -= choice.weight() * p[a] * p[b];
            }
        }
    }

    private boolean reachesAll(boolean reversed) {
        boolean[] seen = new boolean[items];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        seen[0] = true;
        int reached = 1;
        while (!open.isEmpty()) {
            int at = open.pop();
            for (Choice choice : choices) {
                int[] set = choice.best();
                for (int loser = 1; loser < set.length; loser++) {
                    int from = reversed ? set[loser] : set[0];
                    int to = reversed ? set[0] : set[loser];
                    if (from == at && !seen[to]) {
                        seen[to] = true;
                        reached++;
                        open.push(to);
                    }
                }
            }
        }
        return reached == items;
    }
}
