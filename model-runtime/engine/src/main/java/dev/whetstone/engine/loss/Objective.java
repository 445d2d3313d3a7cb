package dev.whetstone.engine.loss;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a training on preference pairs makes small: a weighted sum of terms.
public final class Objective {
    private record Weighted(Term term, double weight) {}

    private final LossSettings settings;
    private final List<Weighted> terms = new ArrayList<>();
    private final Discount discount;

    private Objective(LossSettings settings) {
        this.settings = settings;
        this.discount = new Discount(settings.ldAlpha());
    }

    public static Objective of(LossSettings settings) {
        Objective objective = new Objective(settings);
        for (int i = 0; i < settings.types().size(); i++) {
            double weight = settings.weights().get(i);
            Terms.of(settings.types().get(i), settings)
                    .forEach((term, own) -> objective.add(term, weight * own));
        }
        if (settings.nllWeight() > 0) {
            objective.add(new LikelihoodTerm(LikelihoodTerm.Mean.RESPONSE), settings.nllWeight());
        }
        return objective;
    }

    private void add(Term term, double weight) {
        if (weight > 0) {
            terms.add(new Weighted(term, weight));
        }
    }

    /// Losses of a step's pairs in their order; the step's loss is their mean. A pair's loss can
    /// stand alone unless the objective is [#coupled].
    public List<PairLoss> of(List<PairScores> step) {
        List<PairLoss> sums = new ArrayList<>(Collections.nCopies(step.size(), PairLoss.NONE));
        for (Weighted weighted : terms) {
            List<PairLoss> losses = weighted.term().of(step);
            for (int i = 0; i < losses.size(); i++) {
                sums.set(i, sums.get(i).plus(losses.get(i).times(weighted.weight())));
            }
        }
        return sums;
    }

    /// Whether losses need all of a step's pairs at once.
    public boolean coupled() {
        return terms.stream().anyMatch(weighted -> weighted.term().coupled());
    }

    /// Whether any of it compares the policy to a reference.
    public boolean usesReference() {
        return terms.stream().anyMatch(weighted -> weighted.term().reference());
    }

    /// Whether it needs responses to other prompts scored.
    public boolean usesMismatched() {
        return settings.types().stream().anyMatch(type -> type.has(LossType.Trait.MISMATCHED));
    }

    /// Whether pairs are weighted by what the policy itself would write.
    public boolean weighsPairs() {
        return settings.weighting() == Weighting.WPO;
    }

    /// Whether likelihood covers the prompt too, as ORPO's does.
    public boolean learnsPrompt() {
        return settings.types().contains(LossType.ORPO);
    }

    public Discount discount() {
        return discount;
    }

    /// What TRL logs as reward.
    public double reward(Scored response) {
        return settings.beta() * leading().level(response);
    }

    /// What TRL logs as log-probability.
    public double logProb(Scored response) {
        return leading().perToken() ? response.logProb() / response.tokens() : response.logProb();
    }

    /// Further values that TRL logs of these losses, by their names.
    public Map<String, Double> metrics(PairScores pair) {
        Map<String, Double> values = new LinkedHashMap<>();
        terms.forEach(
                weighted ->
                        weighted.term()
                                .metrics(pair)
                                .forEach((name, value) -> values.putIfAbsent(name, value)));
        return values;
    }

    /// The reference gives rewards their meaning where any term has one.
    private Term leading() {
        return terms.stream()
                .map(Weighted::term)
                .filter(Term::reference)
                .findFirst()
                .orElse(terms.getFirst().term());
    }
}
