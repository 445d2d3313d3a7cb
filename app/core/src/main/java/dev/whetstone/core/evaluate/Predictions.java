package dev.whetstone.core.evaluate;

import java.util.Arrays;

/// What was predicted and what came out, item by item.
///
/// `p` are probabilities that A is preferred, `y` what is held to be true: 1 for A, 0 for B,
/// 0.5 for a tie, or any probability in between.
public final class Predictions {
    private final double[] p;
    private final double[] y;

    /// @throws IllegalArgumentException when lengths differ or a number is outside [0, 1]
    public Predictions(double[] p, double[] y) {
        if (p.length != y.length) {
            throw new IllegalArgumentException(p.length + " predictions of " + y.length);
        }
        this.p = checked(p, "prediction");
        this.y = checked(y, "outcome");
    }

    public int size() {
        return p.length;
    }

    public double p(int item) {
        return p[item];
    }

    public double y(int item) {
        return y[item];
    }

    /// The items at the given places, a place as often as it is named.
    public Predictions select(int[] items) {
        return new Predictions(
                Arrays.stream(items).mapToDouble(i -> p[i]).toArray(),
                Arrays.stream(items).mapToDouble(i -> y[i]).toArray());
    }

    /// How right one prediction is: 1, 0, or 0.5 when either side is undecided (exactly 0.5).
    public double correct(int item) {
        if (p[item] == 0.5 || y[item] == 0.5) {
            return 0.5;
        }
        return p[item] > 0.5 == y[item] > 0.5 ? 1 : 0;
    }

    private static double[] checked(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(
                        name + " " + i + " is " + values[i] + ", not a probability");
            }
        }
        return values.clone();
    }
}
