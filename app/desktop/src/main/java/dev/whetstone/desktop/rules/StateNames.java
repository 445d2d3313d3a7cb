package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.RuleState;

/// States of a rule in words.
final class StateNames {
    private StateNames() {}

    static String of(RuleState state, Messages messages) {
        return switch (state) {
            case SUGGESTED -> messages.t("rules.state.suggested");
            case ACTIVE -> messages.t("rules.state.active");
            case PAUSED -> messages.t("rules.state.paused");
            case PARKED -> messages.t("rules.state.parked");
        };
    }
}
