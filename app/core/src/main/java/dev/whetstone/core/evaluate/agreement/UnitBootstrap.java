package dev.whetstone.core.evaluate.agreement;

import dev.whetstone.core.evaluate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// Intervals of figures of agreement: units are drawn with replacement, all ratings of one
/// together.
public final class UnitBootstrap {
    private UnitBootstrap() {}

    /// The figure of all units with the middle 95 % of the draws'. Draws that leave nothing to
    /// agree on are left out; undefined where the whole does.
    public static Estimate of(
            Ratings ratings, ToDoubleFunction<Ratings> figure, int draws, RandomGenerator random) {
        double value = ratings.units() == 0 ? Double.NaN : figure.applyAsDouble(ratings);
        if (Double.isNaN(value)) {
            return Estimate.UNDEFINED;
        }
        List<Double> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            int[] units = random.ints(ratings.units(), 0, ratings.units()).toArray();
            double each = figure.applyAsDouble(ratings.select(units));
            if (!Double.isNaN(each)) {
                drawn.add(each);
            }
        }
        if (drawn.isEmpty()) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        drawn.sort(null);
        return new Estimate(
                value,
                drawn.get((int) (.025 * (drawn.size() - 1))),
                drawn.get((int) Math.ceil(.975 * (drawn.size() - 1))));
    }
}
