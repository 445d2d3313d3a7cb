package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.Slice;

/// Slices in words.
public final class SliceNames {
    private final Messages messages;

    public SliceNames(Messages messages) {
        this.messages = messages;
    }

    public String of(Slice slice) {
        return switch (slice.kind()) {
            case ALL -> messages.t("slice.all");
            case JUDGED -> messages.t("slice.judged");
            case NOT_JUDGED -> messages.t("slice.not-judged");
            case PERSON -> messages.t("slice.person", slice.name());
            case LANGUAGE -> messages.t("slice.language", slice.name());
            case SHORT_PROMPT -> messages.t("slice.short");
            case MIDDLE_PROMPT -> messages.t("slice.middle");
            case LONG_PROMPT -> messages.t("slice.long");
            case SEVERAL_TURNS -> messages.t("slice.turns");
            case WITH_SOURCE -> messages.t("slice.source");
            case ASKS_FOR -> messages.t("slice.asks", slice.name());
            case MODEL -> messages.t("slice.model", slice.name());
            case LIKE_LENGTH -> messages.t("slice.like");
            case UNLIKE_LENGTH -> messages.t("slice.unlike");
        };
    }
}
