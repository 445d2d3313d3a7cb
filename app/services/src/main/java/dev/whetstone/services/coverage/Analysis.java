package dev.whetstone.services.coverage;

import dev.whetstone.core.label.HeldOut;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.label.SliceSummary;
import dev.whetstone.core.label.VoteSets;
import dev.whetstone.services.label.Labeller;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// What is known of one ballot; fits and groups are made when first asked for, and kept.
final class Analysis {
    private final Ballot ballot;
    private final VoteSets votes;
    private final SliceSummary summary;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<ModelChoice, PairLabels> labels = new ConcurrentHashMap<>();
    private final Map<ModelChoice, HeldOut> heldOut = new ConcurrentHashMap<>();
    private final Map<ModelChoice, ModelDecision> decision = new ConcurrentHashMap<>();

    Analysis(Ballot ballot) {
        this.ballot = ballot;
        this.votes =
                VoteSets.of(
                        ballot.pairs().size(),
                        ballot.columns().stream().map(Column::votes).toList());
        this.summary = new SliceSummary(votes, ballot.gold(), ballot.lengths());
        for (int j = 0; j < ballot.rules().size(); j++) {
            places.put(ballot.rules().get(j).ruleId(), j);
        }
    }

    Ballot ballot() {
        return ballot;
    }

    int pairs() {
        return ballot.pairs().size();
    }

    VoteSets votes() {
        return votes;
    }

    SliceSummary summary() {
        return summary;
    }

    PairSet none() {
        return PairSet.none(pairs());
    }

    ModelDecision decision() {
        return decision.computeIfAbsent(ModelChoice.AUTO, any -> Labeller.decide(ballot));
    }

    /// The model that was meant: AUTO is one of the others.
    ModelChoice used(ModelChoice asked) {
        if (asked != ModelChoice.AUTO) {
            return asked;
        }
        String name = decision().model().name();
        return List.of(ModelChoice.values()).stream()
                .filter(choice -> choice.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    PairLabels labels(ModelChoice model) {
        ModelChoice used = used(model);
        return labels.computeIfAbsent(used, choice -> Labeller.fit(choice, ballot));
    }

    /// AUTO's are those of a program that decides anew in each fold, seeing no more than it.
    HeldOut heldOut(ModelChoice model) {
        return heldOut.computeIfAbsent(model, choice -> Labeller.predict(choice, ballot));
    }

    boolean canHoldOut() {
        return ballot.choices().judged() > 0 && !ballot.rules().isEmpty();
    }

    /// What `of` makes of the rule's place; without such an active rule, nothing.
    PairSet of(UUID rule, IntFunction<PairSet> of) {
        Integer place = places.get(rule);
        return place == null ? none() : of.apply(place);
    }

    PairSet flipped(PairLabels fitted, int rule, PairSet within) {
        PairSet candidates = votes.voted(rule).and(within);
        return PairSet.of(pairs(), i -> candidates.contains(i) && fitted.turns(i, rule));
    }
}
