package dev.whetstone.store.exporting;

import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The formats that can be written.
public enum ExportFormat {
    /// TRL preference rows, texts: `prompt`, `chosen`, `rejected`.
    TRL("trl", "preference rows for TRL, plain texts"),
    /// TRL preference rows, lists of messages.
    TRL_CONVERSATIONAL("trl-conversational", "preference rows for TRL, lists of messages"),
    /// Zephyr's shape: dialogues, `prompt_id`, `messages`, `score_chosen`, `score_rejected`.
    ULTRAFEEDBACK_BINARIZED(
            "ultrafeedback-binarized", "dialogues with scores, as Zephyr was trained on"),
    /// Chosen and rejected beside `all_generated_responses` and `all_rm_scores`.
    ALL_RESPONSES("all-responses", "every response and its score"),
    /// Our pairs file.
    PAIRS("pairs", "two responses a row, with the label"),
    /// Our judgements file, which loses nothing of a verdict.
    JUDGEMENTS("judgements", "every choice with its reason; loses nothing");

    private final String wireName;
    private final String english;

    ExportFormat(String wireName, String english) {
        this.wireName = wireName;
        this.english = english;
    }

    /// What is written, in a few words.
    public String english() {
        return english;
    }

    public String wireName() {
        return wireName;
    }

    /// @throws StoreException BAD_INPUT for an unknown name
    public static ExportFormat named(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StoreException(
                                        StoreError.BAD_INPUT,
                                        "unknown format \"%s\"; known: %s"
                                                .formatted(wireName, names())));
    }

    private static String names() {
        return Arrays.stream(values())
                .map(ExportFormat::wireName)
                .collect(Collectors.joining(", "));
    }
}
