package dev.whetstone.engine.classifier;

import dev.whetstone.engine.control.RuntimeFailure;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Families of encoders, with the names that Transformers gives their tensors.
enum EncoderFamily {
    BERT("BertForSequenceClassification", "bert"),
    ROBERTA("RobertaForSequenceClassification", "roberta"),
    DISTILBERT("DistilBertForSequenceClassification", "distilbert");

    private final String architecture;
    private final String prefix;

    EncoderFamily(String architecture, String prefix) {
        this.architecture = architecture;
        this.prefix = prefix;
    }

    /// What the names of the encoder's tensors begin with, without the point.
    String prefix() {
        return prefix;
    }

    /// @throws RuntimeFailure `model.architecture` for any other
    static EncoderFamily of(ConfigFile file) {
        String named = file.node("architectures").path(0).asText("");
        return Arrays.stream(values())
                .filter(family -> family.architecture.equals(named))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RuntimeFailure(
                                        "model.architecture",
                                        "The architecture \""
                                                + named
                                                + "\" is no known classifier.",
                                        "Supported: "
                                                + Arrays.stream(values())
                                                        .map(family -> family.architecture)
                                                        .collect(Collectors.joining(", "))));
    }
}
