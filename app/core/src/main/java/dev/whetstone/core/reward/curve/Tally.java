package dev.whetstone.core.reward.curve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Adds up what every draw predicted right.
final class Tally {
    private final int[] sizes;
    private final List<Double> outcomes = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<Integer, List<Integer>> judgements = new HashMap<>();
    private final int[] times;
    private final double[][] choices;
    private final double[][] withRules;
    private final double[] majority;
    private final double[] rules;
    private final double[] labels;
    private int draws;

    /// One fold's predictions.
    ///
    /// @param choices by size
    /// @param withRules by size
    /// @param majority votes for A minus votes for B on each held-out row
    record Draw(List<Learner.Taught> choices, List<Learner.Taught> withRules, double[] majority) {}

    /// @throws IllegalArgumentException when every judgement is a tie
    Tally(CurveData data, int[] sizes) {
        this.sizes = sizes;
        for (int row = 0; row < data.texts().size(); row++) {
            for (CurveData.Chosen choice : data.choices().get(row)) {
                if (choice.p() != .5) {
                    judgements.computeIfAbsent(row, r -> new ArrayList<>()).add(outcomes.size());
                    outcomes.add(choice.p());
                    groups.add(data.texts().pair(row).group());
                }
            }
        }
        int n = outcomes.size();
        if (n == 0) {
            throw new IllegalArgumentException("every judgement is a tie: nothing to measure on");
        }
        times = new int[n];
        choices = new double[sizes.length][n];
        withRules = new double[sizes.length][n];
        majority = new double[n];
        rules = new double[sizes.length];
        labels = new double[sizes.length];
    }

    void add(Split split, Draw draw) {
        draws++;
        for (int i = 0; i < split.held().length; i++) {
            for (int judgement : judgements.getOrDefault(split.held()[i], List.of())) {
                times[judgement]++;
                majority[judgement] += right(draw.majority()[i], outcomes.get(judgement));
                for (int s = 0; s < sizes.length; s++) {
                    choices[s][judgement] +=
                            right(draw.choices().get(s).margins()[i], outcomes.get(judgement));
                    withRules[s][judgement] +=
                            right(draw.withRules().get(s).margins()[i], outcomes.get(judgement));
                }
            }
        }
        for (int s = 0; s < sizes.length; s++) {
            rules[s] += draw.withRules().get(s).rules();
            labels[s] += draw.withRules().get(s).labels();
        }
    }

    /// 1, 0, or ½ where nothing speaks for either side.
    private static double right(double margin, double outcome) {
        return margin == 0 ? .5 : margin > 0 == outcome > .5 ? 1 : 0;
    }

    Curve curve(long seed) {
        Outcomes means = new Outcomes(sizes, groups, shares(choices), shares(withRules));
        List<CurvePoint> points = new ArrayList<>();
        for (int s = 0; s < sizes.length; s++) {
            points.add(
                    new CurvePoint(
                            sizes[s],
                            means.accuracy(means.choices()[s], seed),
                            means.accuracy(means.withRules()[s], seed),
                            means.difference(s, seed),
                            rules[s] / draws,
                            labels[s] / draws,
                            means.worth(s, seed)));
        }
        return new Curve(
                times.length,
                (int) groups.stream().distinct().count(),
                draws,
                points,
                means.accuracy(share(majority), seed));
    }

    private double[][] shares(double[][] sums) {
        double[][] shares = new double[sums.length][];
        for (int s = 0; s < sums.length; s++) {
            shares[s] = share(sums[s]);
        }
        return shares;
    }

    private double[] share(double[] sums) {
        return IntStream.range(0, sums.length).mapToDouble(i -> sums[i] / times[i]).toArray();
    }
}
