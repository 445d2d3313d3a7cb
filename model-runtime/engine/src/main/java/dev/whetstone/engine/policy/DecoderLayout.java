package dev.whetstone.engine.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which tensors a decoder has and in which order programs receive them.
final class DecoderLayout {
    static final String EMBEDDING = "embedding";
    static final String NORM = "norm";
    static final String HEAD = "head";

    private final DecoderConfig config;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    DecoderLayout(DecoderConfig config) {
        this.config = config;
        add(matrix(EMBEDDING, "model.embed_tokens", config.vocabulary(), config.hidden()));
        for (int layer = 0; layer < config.layers(); layer++) {
            addLayer(layer);
        }
        add(Slot.of(NORM, new Part("model.norm.weight", config.hidden(), Part.VECTOR)));
        if (config.head() == DecoderConfig.Head.OWN) {
            add(matrix(HEAD, "lm_head", config.vocabulary(), config.hidden()));
        }
    }

    List<Slot> slots() {
        return List.copyOf(slots);
    }

    boolean has(String key) {
        return index.containsKey(key);
    }

    int index(String key) {
        Integer position = index.get(key);
        if (position == null) {
            throw new IllegalArgumentException("no slot " + key);
        }
        return position;
    }

    /// Where the output weights are: their own slot, or the embedding's.
    int head() {
        return index.containsKey(HEAD) ? index(HEAD) : index(EMBEDDING);
    }

    static String key(int layer, String name) {
        return layer + "." + name;
    }

    private void addLayer(int layer) {
        String prefix = "model.layers." + layer + ".";
        String attention = prefix + "self_attn.";
        int q = config.queryWidth();
        int k = config.keyWidth();
        int h = config.hidden();
        add(norm(layer, "input_norm", prefix + "input_layernorm", h));
        linear(
                layer,
                "qkv",
                config.biases().queryKeyValue(),
                h,
                new Width(attention + "q_proj", q),
                new Width(attention + "k_proj", k),
                new Width(attention + "v_proj", k));
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            add(norm(layer, "q_norm", attention + "q_norm", config.headDim()));
            add(norm(layer, "k_norm", attention + "k_norm", config.headDim()));
        }
        linear(layer, "o", config.biases().output(), q, new Width(attention + "o_proj", h));
        add(norm(layer, "post_norm", prefix + "post_attention_layernorm", h));
        linear(
                layer,
                "gate_up",
                config.biases().mlp(),
                h,
                new Width(prefix + "mlp.gate_proj", config.intermediate()),
                new Width(prefix + "mlp.up_proj", config.intermediate()));
        linear(
                layer,
                "down",
                config.biases().mlp(),
                config.intermediate(),
                new Width(prefix + "mlp.down_proj", h));
    }

    private record Width(String path, int out) {}

    private void linear(int layer, String name, boolean bias, int in, Width... outs) {
        List<Part> weights = new ArrayList<>();
        List<Part> biases = new ArrayList<>();
        for (Width out : outs) {
            weights.add(new Part(out.path() + ".weight", out.out(), in));
            biases.add(new Part(out.path() + ".bias", out.out(), Part.VECTOR));
        }
        add(new Slot(key(layer, name), weights));
        if (bias) {
            add(new Slot(key(layer, name + "_bias"), biases));
        }
    }

    private static Slot norm(int layer, String name, String path, int size) {
        return Slot.of(key(layer, name), new Part(path + ".weight", size, Part.VECTOR));
    }

    private static Slot matrix(String key, String path, int rows, int columns) {
        return Slot.of(key, new Part(path + ".weight", rows, columns));
    }

    private void add(Slot slot) {
        index.put(slot.key(), slots.size());
        slots.add(slot);
    }
}
