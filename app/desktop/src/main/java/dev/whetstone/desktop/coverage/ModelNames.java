package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.label.ModelChoice;

/// Label models as the field calls them.
final class ModelNames {
    private final Messages messages;

    ModelNames(Messages messages) {
        this.messages = messages;
    }

    String of(ModelChoice model) {
        return switch (model) {
            case AUTO -> messages.t("model.auto");
            case MAJORITY -> messages.t("model.majority");
            case RIDGE -> messages.t("model.ridge");
            case GOLD -> messages.t("model.gold");
            case EM -> messages.t("model.em");
            case DAWID_SKENE -> messages.t("model.dawid-skene");
            case SNORKEL -> messages.t("model.snorkel");
            case FLYINGSQUID -> messages.t("model.flyingsquid");
        };
    }

    /// @param name as on the command line
    String ofWire(String name) {
        for (ModelChoice choice : ModelChoice.values()) {
            if (choice.wireName().equals(name)) {
                return of(choice);
            }
        }
        return name;
    }
}
