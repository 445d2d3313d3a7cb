package dev.whetstone.engine.loss;

import java.util.List;
import java.util.Map;

/// A pairwise loss against the reference, or without one.
public record PairwiseTerm(PairwiseLoss loss, Against against) implements Term {
    /// What log-probabilities are compared to.
    public enum Against {
        REFERENCE,
        NOTHING
    }

    @Override
    public List<PairLoss> of(List<PairScores> step) {
        return step.stream()
                .map(pair -> PairLoss.of(loss.of(ratios(pair), pair.p())).times(pair.weight()))
                .toList();
    }

    @Override
    public boolean reference() {
        return against == Against.REFERENCE;
    }

    @Override
    public boolean coupled() {
        return false;
    }

    @Override
    public boolean perToken() {
        return !reference() && loss.perToken();
    }

    @Override
    public double level(Scored response) {
        return reference() ? response.ratio() : loss.level(response.logProb(), response.tokens());
    }

    @Override
    public Map<String, Double> metrics(PairScores pair) {
        return loss.metrics(ratios(pair));
    }

    private Ratios ratios(PairScores pair) {
        return reference() ? pair.ratios() : pair.levels();
    }
}
