package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;

/// Where a rule came from, in words.
public final class RuleOrigin {
    private RuleOrigin() {}

    /// The sentence with who said it, or who wrote the rule.
    public static String of(RuleRow row, Messages messages) {
        if (!row.origin().isBlank()) {
            return row.author().isBlank()
                    ? messages.t("quoted", row.origin())
                    : messages.t("rules.origin.said", row.author(), row.origin());
        }
        if (row.state() == RuleState.SUGGESTED) {
            return messages.t("rules.origin.suggested");
        }
        return row.author().isBlank()
                ? messages.t("rules.origin.written")
                : messages.t("rules.origin.written.by", row.author());
    }
}
