package dev.whetstone.engine.loss;

import java.util.List;
import java.util.Map;

/// One summand of an objective.
public sealed interface Term permits PairwiseTerm, QuantileTerm, LikelihoodTerm {
    /// The step's losses, a value for each pair in their order, of which the mean counts. A pair's
    /// own p and weight are in it.
    List<PairLoss> of(List<PairScores> step);

    /// Whether it compares the policy to a reference.
    boolean reference();

    /// Whether a pair's loss depends on the other pairs' scores.
    boolean coupled();

    /// What TRL logs as a response's log-probability: its sum, or its mean over tokens.
    boolean perToken();

    /// What TRL logs as reward, divided by beta.
    double level(Scored response);

    /// Further values that TRL logs of this loss, by their names.
    Map<String, Double> metrics(PairScores pair);
}
