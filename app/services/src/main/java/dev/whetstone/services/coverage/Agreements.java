package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Krippendorff;
import dev.whetstone.core.evaluate.agreement.Ratings;
import dev.whetstone.core.evaluate.agreement.Scale;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Agreement of experts over the pairs of a ballot.
final class Agreements {
    private static final int LEVELS = 3;
    private static final int DRAWS = 500;
    private static final long SEED = 20_240_607;

    /// Fewer pairs would make an interval of their own luck.
    private static final int LEAST_PAIRS = 5;

    private Agreements() {}

    static Agreement of(Ballot ballot, PairSet within) {
        List<List<Choice>> several =
                within.members()
                        .mapToObj(i -> ballot.choices().of(i))
                        .filter(choices -> people(choices) > 1)
                        .toList();
        List<String> people =
                List.copyOf(
                        new TreeSet<>(
                                several.stream()
                                        .flatMap(List::stream)
                                        .map(Choice::annotator)
                                        .toList()));
        int[][] values = new int[several.size()][people.size()];
        for (int u = 0; u < values.length; u++) {
            for (Choice choice : several.get(u)) {
                values[u][people.indexOf(choice.annotator())] = level(choice.preference());
            }
        }
        return new Agreement(
                values.length < LEAST_PAIRS ? Estimate.UNDEFINED : estimate(values),
                people.size(),
                values.length,
                values.length == 0 ? List.of() : between(people, new Ratings(LEVELS, values)));
    }

    private static List<Between> between(List<String> people, Ratings ratings) {
        List<Between> all = new ArrayList<>();
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                int pairs = Kappa.both(ratings, a, b);
                if (pairs > 0) {
                    all.add(
                            new Between(
                                    people.get(a),
                                    people.get(b),
                                    pairs,
                                    Kappa.agreement(ratings, a, b),
                                    Kappa.cohen(ratings, a, b, Kappa.Weights.EQUAL),
                                    Krippendorff.alpha(ratings.of(a, b), Scale.ORDINAL)));
                }
            }
        }
        all.sort(Comparator.comparingInt((Between two) -> -two.pairs()));
        return all;
    }

    /// Pairs that these two judged differently.
    static PairSet differ(Ballot ballot, String first, String second) {
        return PairSet.of(
                ballot.pairs().size(),
                i -> {
                    int one = levelOf(ballot.choices().of(i), first);
                    int other = levelOf(ballot.choices().of(i), second);
                    return one != Ratings.MISSING && other != Ratings.MISSING && one != other;
                });
    }

    private static int levelOf(List<Choice> choices, String person) {
        return choices.stream()
                .filter(choice -> choice.annotator().equals(person))
                .mapToInt(choice -> level(choice.preference()))
                .reduce(Ratings.MISSING, (before, last) -> last);
    }

    /// Pairs that two people judged differently.
    static PairSet disagreed(Ballot ballot) {
        return PairSet.of(
                ballot.pairs().size(),
                i ->
                        ballot.choices().of(i).stream()
                                        .map(choice -> level(choice.preference()))
                                        .distinct()
                                        .count()
                                > 1);
    }

    private static long people(List<Choice> choices) {
        return choices.stream().map(Choice::annotator).distinct().count();
    }

    private static int level(double preference) {
        return preference < .5 ? 1 : preference > .5 ? 3 : 2;
    }

    private static Estimate estimate(int[][] values) {
        double alpha = alpha(values);
        Random random = new Random(SEED);
        List<Double> drawn = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            int[][] sample = new int[values.length][];
            Arrays.setAll(sample, u -> values[random.nextInt(values.length)]);
            double each = alpha(sample);
            if (!Double.isNaN(each)) {
                drawn.add(each);
            }
        }
        if (Double.isNaN(alpha) || drawn.isEmpty()) {
            return Estimate.UNDEFINED;
        }
        drawn.sort(null);
        return new Estimate(
                alpha,
                drawn.get((int) (.025 * (drawn.size() - 1))),
                drawn.get((int) Math.ceil(.975 * (drawn.size() - 1))));
    }

    private static double alpha(int[][] values) {
        return Krippendorff.alpha(new Ratings(LEVELS, values), Scale.ORDINAL);
    }
}
