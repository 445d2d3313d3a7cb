package dev.whetstone.core.evaluate.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What raters said of units: the value of rater r for unit u is `values[u][r]`, a level from 1 to
/// `levels`, or [#MISSING].
public final class Ratings {
    public static final int MISSING = 0;

    private final int levels;
    private final int raters;
    private final int[][] values;

    /// @throws IllegalArgumentException when rows differ in length or a value is no level
    public Ratings(int levels, int[][] values) {
        if (levels < 1) {
            throw new IllegalArgumentException("ratings need a level, not " + levels);
        }
        this.levels = levels;
        this.raters = values.length == 0 ? 0 : values[0].length;
        this.values = new int[values.length][];
        for (int unit = 0; unit < values.length; unit++) {
            if (values[unit].length != raters) {
                throw new IllegalArgumentException(
                        "unit %d has %d ratings, not %d"
                                .formatted(unit, values[unit].length, raters));
            }
            for (int value : values[unit]) {
                if (value < 0 || value > levels) {
                    throw new IllegalArgumentException(
                            "unit %d: %d is not a level from 1 to %d"
                                    .formatted(unit, value, levels));
                }
            }
            this.values[unit] = values[unit].clone();
        }
    }

    public int levels() {
        return levels;
    }

    public int raters() {
        return raters;
    }

    /// What two of the raters said, of all units.
    public Ratings of(int rater, int other) {
        int[][] two = new int[values.length][];
        Arrays.setAll(two, unit -> new int[] {values[unit][rater], values[unit][other]});
        return new Ratings(levels, two);
    }

    public int units() {
        return values.length;
    }

    /// The units at the given places, a place as often as it is named.
    public Ratings select(int[] units) {
        return new Ratings(
                levels, Arrays.stream(units).mapToObj(unit -> values[unit]).toArray(int[][]::new));
    }

    /// How often each level was given to each unit, level 1 first.
    int[][] counts() {
        int[][] counts = new int[values.length][levels];
        for (int unit = 0; unit < values.length; unit++) {
            for (int value : values[unit]) {
                if (value != MISSING) {
                    counts[unit][value - 1]++;
                }
            }
        }
        return counts;
    }

    /// The counts of units that every rater rated.
    List<int[]> completeCounts() {
        List<int[]> complete = new ArrayList<>();
        int[][] counts = counts();
        for (int unit = 0; unit < values.length; unit++) {
            if (Arrays.stream(values[unit]).noneMatch(value -> value == MISSING)) {
                complete.add(counts[unit]);
            }
        }
        return complete;
    }

    /// How often one rater's level met another's, over the units that both rated.
    double[][] table(int rater, int other) {
        double[][] table = new double[levels][levels];
        for (int[] unit : values) {
            if (unit[rater] != MISSING && unit[other] != MISSING) {
                table[unit[rater] - 1][unit[other] - 1]++;
            }
        }
        return table;
    }
}
