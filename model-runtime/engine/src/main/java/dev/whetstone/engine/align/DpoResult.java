package dev.whetstone.engine.align;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a DPO run came to.
///
/// @param pairs trained on
/// @param dropped pairs longer than the limit
/// @param skippedSteps steps left out since a number was not finite
/// @param first metrics of the first step
/// @param last metrics of the last step
/// @param klToBase mean of log pi(y) - log pi_base(y) over responses sampled from the trained
///     policy, nats a response: an unbiased estimate of the divergence from the base
/// @param seconds spent in steps, all resumed parts together
public record DpoResult(
        int pairs,
        int dropped,
        long steps,
        int skippedSteps,
        long tokens,
        Map<String, Double> first,
        Map<String, Double> last,
        double klToBase,
        double seconds,
        List<SelfTest> selfTests) {
    public DpoResult {
        first = inOrder(first);
        last = inOrder(last);
        selfTests = List.copyOf(selfTests);
    }

    /// [Map#copyOf] would order them by a number that each process draws, and with them the files.
    private static Map<String, Double> inOrder(Map<String, Double> metrics) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
