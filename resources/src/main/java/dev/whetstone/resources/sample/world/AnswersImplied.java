package dev.whetstone.resources.sample.world;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// Questions that a reply answers by something that it says anyway.
public final class AnswersImplied {
    private static final Map<String, Set<Attribute>> BY =
            Map.of(
                    "yesno.cover",
                    Set.of(Attribute.COVERAGE_PROMISE, Attribute.PAYMENT_GUARANTEE),
                    "days.decision",
                    Set.of(Attribute.DEADLINE),
                    "days.left",
                    Set.of(Attribute.DEADLINE),
                    "other.next",
                    Set.of(Attribute.NEXT_STEPS),
                    "other.papers",
                    Set.of(Attribute.ASKS_DOCUMENT));

    private AnswersImplied() {}

    /// @param question a kind such as `days.left`
    public static boolean by(String question, Set<Attribute> attributes) {
        return !Collections.disjoint(BY.getOrDefault(question, Set.of()), attributes);
    }
}
