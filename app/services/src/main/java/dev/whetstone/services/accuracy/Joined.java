package dev.whetstone.services.accuracy;

import dev.whetstone.core.evaluate.HeadToHead;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.label.Gold;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.reward.HeldOutChoices;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// The choices of a ballot that a model predicted while their question was held out.
///
/// @param choices in the order of the ballot's pairs
/// @param unknown choices that nothing was predicted of
record Joined(Ballot ballot, List<Held> choices, int unknown) {
    private static final double COIN = .5;

    /// @param pair its place in the ballot
    /// @param p of the model, for A
    record Held(int pair, Choice choice, double p) {
        boolean wrong() {
            return HeadToHead.differ(p, choice.preference());
        }
    }

    private record Key(UUID judgement, int a, int b) {}

    Joined {
        choices = List.copyOf(choices);
    }

    static Joined of(Ballot ballot, HeldOutChoices held) {
        Map<Key, Double> said = new HashMap<>();
        for (HeldOutChoices.Predicted each : held.choices()) {
            said.put(new Key(each.judgement(), each.a(), each.b()), each.p());
        }
        List<Held> choices = new ArrayList<>();
        int unknown = 0;
        for (int pair = 0; pair < ballot.pairs().size(); pair++) {
            for (Choice choice : ballot.choices().of(pair)) {
                Double p =
                        said.get(new Key(choice.judgementId(), choice.ref().a(), choice.ref().b()));
                if (p == null) {
                    unknown++;
                } else {
                    choices.add(new Held(pair, choice, p));
                }
            }
        }
        return new Joined(ballot, choices, unknown);
    }

    List<Held> where(Predicate<Held> which) {
        return choices.stream().filter(which).toList();
    }

    /// Choices that take a side on pairs where the rule votes, without the one it was written on.
    List<Held> voted(int rule) {
        return where(
                held ->
                        held.choice().preference() != COIN
                                && ballot.vote(held.pair(), rule) != 0
                                && !ballot.sources().contains(new Gold.Source(held.pair(), rule)));
    }

    /// As a probability: 1, 0, or ½ where it does not vote.
    private double vote(Held held, int rule) {
        return (1 + ballot.vote(held.pair(), rule)) / 2.0;
    }

    /// Whether the model and the rule take different sides.
    boolean apart(Held held, int rule) {
        return HeadToHead.differ(held.p(), vote(held, rule));
    }

    HeadToHead against(int rule) {
        List<Held> voted = voted(rule);
        double[] votes = voted.stream().mapToDouble(held -> vote(held, rule)).toArray();
        return HeadToHead.of(predictions(voted), new Predictions(votes, outcomes(voted)));
    }

    static Predictions predictions(List<Held> of) {
        return new Predictions(of.stream().mapToDouble(Held::p).toArray(), outcomes(of));
    }

    private static double[] outcomes(List<Held> of) {
        return of.stream().mapToDouble(held -> held.choice().preference()).toArray();
    }
}
