package dev.whetstone.engine.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.family.Activation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `config.json` says of a classifier.
///
/// @param positions rows of the table of positions
/// @param firstPosition row of the first token: RoBERTa's tables begin behind the padding's
/// @param kinds rows of the table of token types; 0 for a family without one
/// @param scores how logits become probabilities
record ClassifierConfig(
        EncoderFamily family,
        int vocabulary,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int positions,
        int firstPosition,
        int kinds,
        double epsilon,
        Activation activation,
        List<String> labels,
        Scores scores) {
    private static final int MOST_LAYERS = 256;
    private static final int MOST_LABELS = 10_000;

    /// How logits become probabilities.
    enum Scores {
        /// One of the labels holds.
        SOFTMAX,
        /// Each label holds or not.
        SIGMOID
    }

    ClassifierConfig {
        labels = List.copyOf(labels);
    }

    /// Tokens that the model can read.
    int mostTokens() {
        return positions - firstPosition;
    }

    int headSize() {
        return hidden / heads;
    }

    /// @throws dev.whetstone.engine.control.RuntimeFailure `model.config`, naming the field
    static ClassifierConfig read(Path folder) throws IOException {
        ConfigFile file = ConfigFile.read(folder);
        EncoderFamily family = EncoderFamily.of(file);
        boolean distil = family == EncoderFamily.DISTILBERT;
        int hidden = file.size(distil ? "dim" : "hidden_size");
        int heads = file.size(distil ? "n_heads" : "num_attention_heads");
        int layers = file.size(distil ? "n_layers" : "num_hidden_layers");
        if (layers > MOST_LAYERS) {
            throw file.wrong(distil ? "n_layers" : "num_hidden_layers", "is above " + MOST_LAYERS);
        }
        if (hidden % heads != 0) {
            throw file.wrong(
                    distil ? "n_heads" : "num_attention_heads",
                    "is " + heads + ", which does not divide " + hidden);
        }
        String position = file.text("position_embedding_type", "absolute");
        if (!position.equals("absolute")) {
            throw file.wrong(
                    "position_embedding_type", "is " + position + "; only absolute is supported");
        }
        int firstPosition = family == EncoderFamily.ROBERTA ? file.count("pad_token_id", 1) + 1 : 0;
        int positions = file.size("max_position_embeddings");
        if (positions - firstPosition < 3) {
            throw file.wrong("max_position_embeddings", "is too small: " + positions);
        }
        return new ClassifierConfig(
                family,
                file.size("vocab_size"),
                hidden,
                file.size(distil ? "hidden_dim" : "intermediate_size"),
                layers,
                heads,
                positions,
                firstPosition,
                distil ? 0 : file.size("type_vocab_size", 2),
                file.positive("layer_norm_eps", 1e-12),
                activation(file, distil ? "activation" : "hidden_act"),
                labels(file),
                scores(file));
    }

    private static Activation activation(ConfigFile file, String field) {
        String name = file.text(field, "gelu");
        return switch (name) {
            case "gelu" -> Activation.GELU;
            case "relu" -> Activation.RELU;
            case "gelu_new", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
            case "silu", "swish" -> Activation.SILU;
            default ->
                    throw file.wrong(
                            field, "is " + name + "; gelu, gelu_new, relu and silu are supported");
        };
    }

    private static Scores scores(ConfigFile file) {
        String type = file.text("problem_type", "single_label_classification");
        return switch (type) {
            case "single_label_classification" -> Scores.SOFTMAX;
            case "multi_label_classification" -> Scores.SIGMOID;
            default ->
                    throw file.wrong("problem_type", "is " + type + ", which gives no probability");
        };
    }

    private static List<String> labels(ConfigFile file) {
        JsonNode names = file.node("id2label");
        int count = names.isObject() ? names.size() : file.size("num_labels", 2);
        if (count < 2 || count > MOST_LABELS) {
            throw file.wrong(
                    "id2label", "names " + count + " labels, expected 2 to " + MOST_LABELS);
        }
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode name = names.path(String.valueOf(i));
            if (names.isObject() && !name.isTextual()) {
                throw file.wrong("id2label", "has no text for " + i);
            }
            labels.add(name.isTextual() ? name.textValue() : "LABEL_" + i);
        }
        return labels;
    }
}
