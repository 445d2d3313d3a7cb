package dev.whetstone.desktop.detect;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;

/// Detectors in words.
final class DetectorWords {
    private final Messages messages;

    DetectorWords(Messages messages) {
        this.messages = messages;
    }

    String kind(Recipe recipe) {
        return switch (recipe) {
            case Recipe.Examples _ -> messages.t("detect.kind.examples");
            case Recipe.Head _ -> messages.t("detect.kind.marks");
            case Recipe.Checkpoint _ -> messages.t("detect.kind.folder");
        };
    }

    /// How it came to be, in a sentence.
    String source(Recipe recipe) {
        return switch (recipe) {
            case Recipe.Examples examples ->
                    examples.concept().isEmpty()
                            ? messages.t(
                                    "detect.source.examples",
                                    examples.like().size(),
                                    examples.unlike().size())
                            : messages.t("detect.source.list", examples.concept());
            case Recipe.Head _ -> messages.t("detect.source.marks");
            case Recipe.Checkpoint folder ->
                    messages.t("detect.source.folder", folder.label(), folder.folder().toString());
        };
    }

    /// @param waiting votes that wait for it
    String state(DetectorRow row, long waiting) {
        return switch (row.state()) {
            case UNTRAINED -> messages.t("detect.state.untrained");
            case OUTDATED -> messages.t("detect.state.outdated");
            case TRAINED ->
                    waiting > 0
                            ? messages.t("detect.state.waiting", waiting)
                            : messages.t("detect.state.ready");
        };
    }

    String standing(Accuracy accuracy) {
        return switch (accuracy.standing()) {
            case UNMEASURED -> messages.t("detect.standing.none");
            case BETTER_THAN_MAJORITY -> messages.t("detect.standing.better");
            case NOT_SHOWN_BETTER -> messages.t("detect.standing.same");
        };
    }

    /// The same in a sentence.
    String claim(Accuracy accuracy) {
        return switch (accuracy.standing()) {
            case UNMEASURED -> messages.t("detect.about.none");
            case BETTER_THAN_MAJORITY -> messages.t("detect.about.better");
            case NOT_SHOWN_BETTER -> messages.t("detect.about.same");
        };
    }

    static String standingStyle(Accuracy accuracy) {
        return switch (accuracy.standing()) {
            case UNMEASURED -> "muted";
            case BETTER_THAN_MAJORITY -> "good";
            case NOT_SHOWN_BETTER -> "watch";
        };
    }

    /// E.g. `.93 (.78 to .98)`; a dash where nothing was measured.
    String right(Accuracy accuracy) {
        return accuracy.accuracy().defined()
                ? messages.t(
                        "detect.right.value",
                        Numbers.two(accuracy.accuracy().value()),
                        Numbers.two(accuracy.accuracy().low()),
                        Numbers.two(accuracy.accuracy().high()))
                : Numbers.two(Double.NaN);
    }
}
