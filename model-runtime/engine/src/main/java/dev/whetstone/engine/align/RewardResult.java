package dev.whetstone.engine.align;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the training of a reward model came to.
///
/// @param pairs trained on
/// @param dropped pairs longer than the limit
/// @param skippedSteps steps left out since a number was not finite
/// @param first metrics of the first step
/// @param last metrics of the last step
/// @param heldOut one, or none where nothing was held out
/// @param paddingId what the exported model takes for padding
/// @param seconds spent in steps, all resumed parts together
public record RewardResult(
        int pairs,
        int dropped,
        long steps,
        int skippedSteps,
        long tokens,
        Map<String, Double> first,
        Map<String, Double> last,
        List<HeldOutResult> heldOut,
        int paddingId,
        double seconds,
        List<SelfTest> selfTests) {
    /// What the steps came to.
    record Figures(
            int pairs,
            long steps,
            int skipped,
            long tokens,
            Map<String, Double> first,
            Map<String, Double> last,
            double seconds) {
        RewardResult with(
                int dropped, List<HeldOutResult> heldOut, int paddingId, List<SelfTest> tests) {
            return new RewardResult(
                    pairs, dropped, steps, skipped, tokens, first, last, heldOut, paddingId,
                    seconds, tests);
        }
    }

    public RewardResult {
        first = inOrder(first);
        last = inOrder(last);
        heldOut = List.copyOf(heldOut);
        selfTests = List.copyOf(selfTests);
    }

    /// [Map#copyOf] would order them by a number that each process draws, and with them the files.
    private static Map<String, Double> inOrder(Map<String, Double> metrics) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
