package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.text.Messages;

/// Reason tags in words.
final class TagNames {
    private TagNames() {}

    static String of(String tag, Messages messages) {
        return switch (tag) {
            case "missing" -> messages.t("tag.missing");
            case "wrong" -> messages.t("tag.wrong");
            case "tone" -> messages.t("tag.tone");
            case "format" -> messages.t("tag.format");
            case "length" -> messages.t("tag.length");
            case "risk" -> messages.t("tag.risk");
            default -> tag;
        };
    }
}
