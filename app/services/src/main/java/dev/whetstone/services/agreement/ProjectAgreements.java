package dev.whetstone.services.agreement;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Krippendorff;
import dev.whetstone.core.evaluate.agreement.Ratings;
import dev.whetstone.core.evaluate.agreement.Scale;
import dev.whetstone.core.evaluate.agreement.UnitBootstrap;
import dev.whetstone.services.agreement.AgreementReport.TwoPeople;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Agreement over the project's choices. Alpha is drawn as the coverage screen draws it, so that
/// both say the same.
public final class ProjectAgreements implements Agreements {
    private static final int LEVELS = 3;
    private static final int DRAWS = 500;
    private static final long SEED = 20_240_607;

    /// Fewer pairs would make an interval of their own luck.
    private static final int LEAST_PAIRS = 5;

    private final Voting voting;

    public ProjectAgreements(Voting voting) {
        this.voting = voting;
    }

    @Override
    public AgreementReport report() {
        Ballot ballot = voting.ballot();
        List<List<Choice>> several =
                IntStream.range(0, ballot.pairs().size())
                        .mapToObj(ballot.choices()::of)
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
                values[unit][people.indexOf(choice.annotator())] = level(choice.preference());
            }
        }
        Ratings ratings = new Ratings(LEVELS, values);
        int all = people.isEmpty() ? 0 : Kappa.complete(ratings);
        return new AgreementReport(
                people,
                values.length,
                all,
                estimate(ratings, values.length, of -> Krippendorff.alpha(of, Scale.ORDINAL)),
                estimate(ratings, values.length, of -> Krippendorff.alpha(of, Scale.NOMINAL)),
                estimate(ratings, all, Kappa::fleiss),
                estimate(ratings, all, Kappa::freeMarginal),
                between(people, ratings));
    }

    private static int level(double preference) {
        return preference < .5 ? 1 : preference > .5 ? 3 : 2;
    }

    private static Estimate estimate(Ratings of, int pairs, ToDoubleFunction<Ratings> figure) {
        return pairs < LEAST_PAIRS
                ? Estimate.UNDEFINED
                : UnitBootstrap.of(of, figure, DRAWS, new Random(SEED));
    }

    private static List<TwoPeople> between(List<String> people, Ratings ratings) {
        List<TwoPeople> all = new ArrayList<>();
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                int pairs = Kappa.both(ratings, a, b);
                if (pairs > 0) {
                    all.add(two(people, ratings, pairs, a, b));
                }
            }
        }
        all.sort(Comparator.comparingInt((TwoPeople two) -> -two.pairs()));
        return all;
    }

    private static TwoPeople two(
            List<String> people, Ratings ratings, int pairs, int first, int second) {
        return new TwoPeople(
                people.get(first),
                people.get(second),
                pairs,
                Kappa.agreement(ratings, first, second),
                estimate(ratings, pairs, of -> Kappa.cohen(of, first, second, Kappa.Weights.EQUAL)),
                estimate(
                        ratings,
                        pairs,
                        of -> Kappa.cohen(of, first, second, Kappa.Weights.LINEAR)));
    }
}
