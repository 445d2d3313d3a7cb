package dev.whetstone.services.curve;

import dev.whetstone.store.rule.RuleVersion;
import java.util.Set;

/// A rule as it votes once certain comparisons were explained.
///
/// @param rule with the values that its slots have then
/// @param by comparisons any of which brings it; empty when it is there from the start
/// @param unless comparisons that bring another form of it, which is used then
record Brought(RuleVersion rule, Set<String> by, Set<String> unless) {
    Brought {
        by = Set.copyOf(by);
        unless = Set.copyOf(unless);
    }

    static Brought always(RuleVersion rule) {
        return new Brought(rule, Set.of(), Set.of());
    }

    boolean after(Set<String> judged) {
        return (by.isEmpty() || by.stream().anyMatch(judged::contains))
                && unless.stream().noneMatch(judged::contains);
    }
}
