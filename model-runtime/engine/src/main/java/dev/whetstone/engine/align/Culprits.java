package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.tensor.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which pairs are to blame for a step without finite numbers. Where pairs stand together in a loss
/// one spoils others, so each is scored again alone.
///
/// @param all pairs of the training: a response may spoil the step of a pair whose prompt it is
///     scored with, see [Mismatches]
record Culprits(Forward policy, PairScorer scorer, StepPlan plan, List<TokenPair> all) {
    /// @param named by the step itself
    /// @return ids, at least one: of pairs whose responses have no finite score, else of those
    ///     whose loss alone is not finite, else the named, else all
    List<String> of(Scope scope, List<StepPair> step, List<String> named) {
        List<String> unscored =
                Stream.concat(step.stream().map(StepPair::pair), lenders(step))
                        .distinct()
                        .filter(pair -> !isScored(scope, pair))
                        .map(TokenPair::id)
                        .toList();
        if (!unscored.isEmpty()) {
            return unscored;
        }
        List<String> unsound =
                step.stream()
                        .filter(pair -> !isFinite(measured(scope, pair), "loss"))
                        .map(pair -> pair.pair().id())
                        .toList();
        if (!unsound.isEmpty()) {
            return unsound;
        }
        return named.isEmpty() ? step.stream().map(pair -> pair.pair().id()).toList() : named;
    }

    /// Pairs whose responses the step scores with other prompts.
    private Stream<TokenPair> lenders(List<StepPair> step) {
        return step.stream()
                .flatMap(pair -> pair.mismatched().stream())
                .map(mismatch -> mismatch.row().completion())
                .flatMap(row -> all.stream().filter(pair -> has(pair, row)));
    }

    private static boolean has(TokenPair pair, int[] response) {
        return begins(response, pair.chosen()) || begins(response, pair.rejected());
    }

    private static boolean begins(int[] some, int[] whole) {
        int differ = Arrays.mismatch(some, whole);
        return differ < 0 || differ == some.length;
    }

    private boolean isScored(Scope scope, TokenPair pair) {
        StepPair alone = new StepPair(pair, StepPair.NO_REFERENCE, List.of());
        Map<String, Double> values = measured(scope, alone);
        return isFinite(values, "logps/chosen") && isFinite(values, "logps/rejected");
    }

    private Map<String, Double> measured(Scope scope, StepPair pair) {
        return scorer.measure(policy, scope, List.of(pair), plan).values();
    }

    private static boolean isFinite(Map<String, Double> values, String name) {
        return Double.isFinite(values.getOrDefault(name, Double.NaN));
    }
}
