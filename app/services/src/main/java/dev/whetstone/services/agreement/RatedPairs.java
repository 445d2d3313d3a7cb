package dev.whetstone.services.agreement;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Krippendorff;
import dev.whetstone.core.evaluate.agreement.Ratings;
import dev.whetstone.core.evaluate.agreement.Scale;
import dev.whetstone.core.evaluate.agreement.UnitBootstrap;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Pairs that two people or more judged: what each of them said.
///
/// @param people in the order of their names, the raters of `ratings`
/// @param ratings level 1 where B was chosen, 2 where neither, 3 where A
public record RatedPairs(List<String> people, Ratings ratings) {
    private static final int LEVELS = 3;
    private static final int DRAWS = 500;
    private static final long SEED = 20_240_607;

    /// Fewer pairs would make an interval of their own luck.
    private static final int LEAST_PAIRS = 5;

    public RatedPairs {
        people = List.copyOf(people);
    }

    /// Two people by their places, and the pairs that both judged.
    public record Two(int first, int second, int pairs) {}

    /// @param rows of the ballot that are looked at
    public static RatedPairs of(Ballot ballot, IntStream rows) {
        List<List<Choice>> several =
                rows.mapToObj(ballot.choices()::of)
                        .filter(
                                choices ->
                                        choices.stream().map(Choice::annotator).distinct().count()
                                                > 1)
                        .toList();
        List<String> people =
                List.copyOf(
                        new TreeSet<>(
                                several.stream()
                                        .flatMap(List::stream)
                                        .map(Choice::annotator)
                                        .toList()));
        int[][] values = new int[several.size()][people.size()];
        for (int unit = 0; unit < values.length; unit++) {
            for (Choice choice : several.get(unit)) {
                values[unit][people.indexOf(choice.annotator())] = level(choice);
            }
        }
        return new RatedPairs(people, new Ratings(LEVELS, values));
    }

    public static int level(Choice choice) {
        double preference = choice.preference();
        return preference < .5 ? 1 : preference > .5 ? 3 : 2;
    }

    public int pairs() {
        return ratings.units();
    }

    /// Krippendorff's alpha of all.
    public Estimate alpha(Scale scale) {
        return estimate(pairs(), of -> Krippendorff.alpha(of, scale));
    }

    /// A figure with its bootstrap interval over pairs; undefined where it rests on too few.
    ///
    /// @param on how many pairs it rests on
    public Estimate estimate(int on, ToDoubleFunction<Ratings> figure) {
        return on < LEAST_PAIRS
                ? Estimate.UNDEFINED
                : UnitBootstrap.of(ratings, figure, DRAWS, new Random(SEED));
    }

    /// Every two who judged a pair in common, those with the most first.
    public List<Two> twos() {
        List<Two> all = new ArrayList<>();
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                int both = Kappa.both(ratings, a, b);
                if (both > 0) {
                    all.add(new Two(a, b, both));
                }
            }
        }
        all.sort(Comparator.comparingInt((Two two) -> -two.pairs()));
        return all;
    }
}
