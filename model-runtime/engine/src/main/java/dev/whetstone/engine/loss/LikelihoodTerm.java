package dev.whetstone.engine.loss;

import java.util.List;
import java.util.Map;

/// The mean token loss of what is preferred, which is `chosen` with probability p.
public record LikelihoodTerm(Mean mean) implements Term {
    /// Over which tokens the mean goes.
    public enum Mean {
        /// All of the step, as in TRL's `sft`, CPO and ORPO.
        STEP,
        /// Each response's own, as in RPO (Pang and others 2024).
        RESPONSE
    }

    @Override
    public List<PairLoss> of(List<PairScores> step) {
        return step.stream().map(pair -> of(pair).times(pair.weight())).toList();
    }

    private PairLoss of(PairScores pair) {
        double chosen = -pair.p() * factor(pair.chosen());
        double rejected = -(1 - pair.p()) * factor(pair.rejected());
        double lost = pair.p() == 1 ? 0 : rejected * pair.rejected().text();
        return PairLoss.ofText(new Slopes(chosen * pair.chosen().text() + lost, chosen, rejected));
    }

    private double factor(Scored response) {
        return mean == Mean.STEP ? response.share() : 1.0 / response.tokens();
    }

    @Override
    public boolean reference() {
        return false;
    }

    @Override
    public boolean coupled() {
        return false;
    }

    @Override
    public boolean perToken() {
        return false;
    }

    @Override
    public double level(Scored response) {
        return response.ratio();
    }

    @Override
    public Map<String, Double> metrics(PairScores pair) {
        return Map.of("nll_loss", of(pair).loss());
    }
}
