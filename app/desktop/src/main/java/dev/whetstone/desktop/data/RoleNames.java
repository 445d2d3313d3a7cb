package dev.whetstone.desktop.data;

import dev.whetstone.desktop.text.Messages;

/// What a column can be, in words.
final class RoleNames {
    private RoleNames() {}

    static String of(String role, Messages messages) {
        return switch (role) {
            case "prompt" -> messages.t("import.role.prompt");
            case "a" -> messages.t("import.role.a");
            case "b" -> messages.t("import.role.b");
            case "label" -> messages.t("import.role.label");
            case "source" -> messages.t("import.role.source");
            case "id" -> messages.t("import.role.id");
            default -> messages.t("import.role.none");
        };
    }
}
