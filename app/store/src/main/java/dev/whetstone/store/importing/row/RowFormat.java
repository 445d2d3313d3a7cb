package dev.whetstone.store.importing.row;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The formats that can be imported.
public enum RowFormat {
    JUDGEMENTS("judgements", new JudgementsReader(), List.of("prompt", "responses")),
    PAIRS("pairs", new PairsReader(), List.of("prompt", "a", "b")),
    TRL_EXPLICIT("trl-explicit", new PreferenceReader(), List.of("prompt", "chosen", "rejected")),
    TRL_IMPLICIT("trl-implicit", new PreferenceReader(), List.of("chosen", "rejected")),
    TRL_CONVERSATIONAL("trl-conversational", new PreferenceReader(), List.of("chosen", "rejected")),
    HH_RLHF("hh-rlhf", new PreferenceReader(), List.of("chosen", "rejected")),
    ULTRAFEEDBACK_BINARIZED(
            "ultrafeedback-binarized", new PreferenceReader(), List.of("chosen", "rejected")),
    ALL_RESPONSES(
            "all-responses", new SampledReader(), List.of("prompt", "all_generated_responses")),
    RESPONSES("responses", new ResponsesReader(), List.of("prompt")),
    PROMPTS("prompts", new PromptsReader(), List.of("prompt"));

    private final String wireName;
    private final RowReader reader;
    private final List<String> required;

    RowFormat(String wireName, RowReader reader, List<String> required) {
        this.wireName = wireName;
        this.reader = reader;
        this.required = required;
    }

    public String wireName() {
        return wireName;
    }

    public RowReader reader() {
        return reader;
    }

    /// The columns without which a row is not of this format at all.
    public List<String> required() {
        return required;
    }

    public static Optional<RowFormat> named(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(RowFormat::wireName).collect(Collectors.joining(", "));
    }
}
