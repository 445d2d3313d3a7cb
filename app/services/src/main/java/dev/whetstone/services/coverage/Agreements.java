package dev.whetstone.services.coverage;

import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Krippendorff;
import dev.whetstone.core.evaluate.agreement.Ratings;
import dev.whetstone.core.evaluate.agreement.Scale;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.services.agreement.RatedPairs;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.vote.Ballot;
import java.util.List;

/// Agreement of experts over the pairs of a ballot.
final class Agreements {
    private Agreements() {}

    static Agreement of(Ballot ballot, PairSet within) {
        RatedPairs rated = RatedPairs.of(ballot, within.members());
        return new Agreement(
                rated.alpha(Scale.ORDINAL),
                rated.people().size(),
                rated.pairs(),
                rated.twos().stream().map(two -> between(rated, two)).toList());
    }

    private static Between between(RatedPairs rated, RatedPairs.Two two) {
        int a = two.first();
        int b = two.second();
        return new Between(
                rated.people().get(a),
                rated.people().get(b),
                two.pairs(),
                Kappa.agreement(rated.ratings(), a, b),
                Kappa.cohen(rated.ratings(), a, b, Kappa.Weights.EQUAL),
                Krippendorff.alpha(rated.ratings().of(a, b), Scale.ORDINAL));
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
                .mapToInt(RatedPairs::level)
                .reduce(Ratings.MISSING, (before, last) -> last);
    }

    /// Pairs that two people judged differently.
    static PairSet disagreed(Ballot ballot) {
        return PairSet.of(
                ballot.pairs().size(),
                i -> ballot.choices().of(i).stream().map(RatedPairs::level).distinct().count() > 1);
    }
}
