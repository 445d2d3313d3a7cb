package dev.whetstone.services.rules;

import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The versions of a rule, told as what somebody did.
final class RuleHistory {
    private RuleHistory() {}

    /// @param versions newest first
    static List<Revision> of(List<RuleVersion> versions) {
        List<Revision> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            RuleVersion version = versions.get(i);
            history.add(
                    new Revision(
                            id(version),
                            version.at(),
                            version.author(),
                            what(versions.subList(i, versions.size())),
                            version.name(),
                            version.text(),
                            version.slots()));
        }
        return history;
    }

    private static String what(List<RuleVersion> from) {
        if (from.size() == 1) {
            return "added";
        }
        RuleVersion now = from.getFirst();
        RuleVersion before = from.get(1);
        if (before.state() != now.state()) {
            return now.state() == RuleState.ACTIVE ? "activated" : now.state().wireName();
        }
        if (isSame(before, now)) {
            return before.source().equals(now.source()) ? "saved" : "sentence saved";
        }
        if (from.stream().skip(2).anyMatch(older -> isSame(older, now))) {
            return "restored";
        }
        boolean slotsOnly = before.text().equals(now.text()) && before.name().equals(now.name());
        return slotsOnly ? "slider moved" : "edited";
    }

    private static boolean isSame(RuleVersion one, RuleVersion other) {
        return one.text().equals(other.text())
                && one.name().equals(other.name())
                && one.slots().equals(other.slots());
    }

    static UUID id(RuleVersion version) {
        return new UUID(version.ruleId().getMostSignificantBits(), version.version());
    }
}
