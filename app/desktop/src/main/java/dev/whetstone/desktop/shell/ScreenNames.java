package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.text.Messages;

/// Screens in words.
public final class ScreenNames {
    private ScreenNames() {}

    public static String of(ScreenId id, Messages messages) {
        return switch (id) {
            case HOME -> messages.t("screen.home");
            case COMPARE -> messages.t("screen.compare");
            case RULES -> messages.t("screen.rules");
            case COVERAGE -> messages.t("screen.coverage");
            case REWARD -> messages.t("screen.reward");
            case ALIGN -> messages.t("screen.align");
            case DATA -> messages.t("screen.data");
            case DETECTORS -> messages.t("screen.detectors");
            case SETTINGS -> messages.t("screen.settings");
        };
    }
}
