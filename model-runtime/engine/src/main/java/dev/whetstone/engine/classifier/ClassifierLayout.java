package dev.whetstone.engine.classifier;

import java.util.ArrayList;
import java.util.List;

/// Names and shapes of a classifier's tensors, in the order in which [ClassifierText] takes them.
final class ClassifierLayout {
    private final ClassifierConfig config;
    private final String prefix;

    ClassifierLayout(ClassifierConfig config) {
        this.config = config;
        this.prefix = config.family().prefix() + ".";
    }

    /// A tensor in the folder.
    record Wanted(String name, List<Long> shape) {
        Wanted {
            shape = List.copyOf(shape);
        }
    }

    /// Words, positions, norm's weight and bias, and, where the family has them, token types.
    List<Wanted> embeddings() {
        long hidden = config.hidden();
        String at = prefix + "embeddings.";
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(
                new Wanted(
                        at + "word_embeddings.weight", List.of(0L + config.vocabulary(), hidden)));
        wanted.add(
                new Wanted(
                        at + "position_embeddings.weight",
                        List.of(0L + config.positions(), hidden)));
        norm(at + "LayerNorm", wanted);
        if (config.kinds() > 0) {
            wanted.add(
                    new Wanted(
                            at + "token_type_embeddings.weight",
                            List.of(0L + config.kinds(), hidden)));
        }
        return wanted;
    }

    /// Weight and bias of queries, keys, values, attention's output, its norm, the two of the MLP,
    /// and the last norm.
    List<Wanted> layer(int number) {
        List<Wanted> wanted = new ArrayList<>();
        long hidden = config.hidden();
        long inner = config.intermediate();
        if (config.family() == EncoderFamily.DISTILBERT) {
            String at = prefix + "transformer.layer." + number + ".";
            for (String part : List.of("q_lin", "k_lin", "v_lin", "out_lin")) {
                linear(at + "attention." + part, hidden, hidden, wanted);
            }
            norm(at + "sa_layer_norm", wanted);
            linear(at + "ffn.lin1", inner, hidden, wanted);
            linear(at + "ffn.lin2", hidden, inner, wanted);
            norm(at + "output_layer_norm", wanted);
        } else {
            String at = prefix + "encoder.layer." + number + ".";
            for (String part : List.of("self.query", "self.key", "self.value", "output.dense")) {
                linear(at + "attention." + part, hidden, hidden, wanted);
            }
            norm(at + "attention.output.LayerNorm", wanted);
            linear(at + "intermediate.dense", inner, hidden, wanted);
            linear(at + "output.dense", hidden, inner, wanted);
            norm(at + "output.LayerNorm", wanted);
        }
        return wanted;
    }

    /// Weight and bias of the layer on the first token, and of the labels.
    List<Wanted> head() {
        List<Wanted> wanted = new ArrayList<>();
        long hidden = config.hidden();
        long labels = config.labels().size();
        switch (config.family()) {
            case BERT -> {
                linear(prefix + "pooler.dense", hidden, hidden, wanted);
                linear("classifier", labels, hidden, wanted);
            }
            case ROBERTA -> {
                linear("classifier.dense", hidden, hidden, wanted);
                linear("classifier.out_proj", labels, hidden, wanted);
            }
            case DISTILBERT -> {
                linear("pre_classifier", hidden, hidden, wanted);
                linear("classifier", labels, hidden, wanted);
            }
        }
        return wanted;
    }

    private static void linear(String at, long out, long in, List<Wanted> wanted) {
        wanted.add(new Wanted(at + ".weight", List.of(out, in)));
        wanted.add(new Wanted(at + ".bias", List.of(out)));
    }

    private void norm(String at, List<Wanted> wanted) {
        wanted.add(new Wanted(at + ".weight", List.of(0L + config.hidden())));
        wanted.add(new Wanted(at + ".bias", List.of(0L + config.hidden())));
    }
}
