package dev.whetstone.engine.policy;

import dev.whetstone.engine.family.Block;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Positions;
import dev.whetstone.engine.family.TensorNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which tensors a decoder has and in which order programs receive them.
final class DecoderLayout {
    static final String EMBEDDING = "embedding";
    static final String POSITIONS = "positions";
    static final String NORM = "norm";
    static final String HEAD = "head";
    private static final String BIAS = "_bias";

    private final DecoderConfig config;
    private final TensorNames names;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    DecoderLayout(DecoderConfig config) {
        this.config = config;
        this.names = config.block().names();
        String base = names.base();
        add(matrix(EMBEDDING, base + names.embedding(), config.vocabulary(), config.hidden()));
        if (config.positions() instanceof Positions.Learned) {
            add(
                    matrix(
                            POSITIONS,
                            base + names.positions(),
                            config.maxPositions(),
                            config.hidden()));
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            addLayer(layer);
        }
        norm(NORM, base + names.norm(), config.hidden());
        switch (config.head()) {
            case OWN -> add(matrix(HEAD, "lm_head", config.vocabulary(), config.hidden()));
            case SCORE -> add(matrix(HEAD, "score", config.labels(), config.hidden()));
            case TIED -> {}
        }
    }

    List<Slot> slots() {
        return List.copyOf(slots);
    }

    TensorNames names() {
        return names;
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

    /// Where programs get the output weights, behind all slots: where weights are packed and
    /// the head is the embedding, that must stay as it is.
    int headAgain() {
        return slots.size();
    }

    /// Whether the slot is multiplied by, and nothing else.
    boolean isLinear(int slot) {
        return slots.get(slot).decays() && !isEmbedding(slot);
    }

    /// Whether the slot is an embedding, which is no linear layer.
    boolean isEmbedding(int slot) {
        String key = slots.get(slot).key();
        return key.equals(EMBEDDING) || key.equals(POSITIONS);
    }

    static String key(int layer, String name) {
        return layer + "." + name;
    }

    static String bias(String key) {
        return key + BIAS;
    }

    private void addLayer(int layer) {
        String prefix = names.base() + names.layers() + "." + layer + ".";
        int q = config.queryWidth();
        int k = config.keyWidth();
        int h = config.hidden();
        int m = config.intermediate();
        norm(key(layer, "input_norm"), prefix + names.inputNorm(), h);
        linear(
                key(layer, "qkv"),
                config.biases().queryKeyValue(),
                h,
                widths(prefix, names.queryKeyValue(), q, k, k));
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            norm(key(layer, "q_norm"), prefix + names.queryNorm(), config.headDim());
            norm(key(layer, "k_norm"), prefix + names.keyNorm(), config.headDim());
        }
        linear(key(layer, "o"), config.biases().output(), q, widths(prefix, names.output(), h));
        norm(key(layer, "post_norm"), prefix + names.postNorm(), h);
        int[] in = config.block().mlp() == Block.Mlp.GATED ? new int[] {m, m} : new int[] {m};
        linear(key(layer, "mlp_in"), config.biases().mlp(), h, widths(prefix, names.mlpIn(), in));
        linear(key(layer, "down"), config.biases().mlp(), m, widths(prefix, names.mlpOut(), h));
    }

    private record Width(String path, int out) {}

    private static List<Width> widths(String prefix, String path, int out) {
        return List.of(new Width(prefix + path, out));
    }

    /// One tensor for each width, or one for all.
    private static List<Width> widths(String prefix, List<String> paths, int... outs) {
        if (paths.size() == 1) {
            return widths(prefix, paths.getFirst(), java.util.Arrays.stream(outs).sum());
        }
        List<Width> widths = new ArrayList<>();
        for (int i = 0; i < outs.length; i++) {
            widths.add(new Width(prefix + paths.get(i), outs[i]));
        }
        return widths;
    }

    private void linear(String key, boolean bias, int in, List<Width> outs) {
        List<Part> weights = new ArrayList<>();
        List<Part> biases = new ArrayList<>();
        for (Width out : outs) {
            weights.add(new Part(out.path() + ".weight", out.out(), in, names.orientation()));
            biases.add(new Part(out.path() + ".bias", out.out(), Part.VECTOR));
        }
        add(new Slot(key, weights));
        if (bias) {
            add(new Slot(bias(key), biases));
        }
    }

    private void norm(String key, String path, int size) {
        add(Slot.of(key, new Part(path + ".weight", size, Part.VECTOR)));
        if (config.block().norm() == Block.Norm.LAYER) {
            add(Slot.of(bias(key), new Part(path + ".bias", size, Part.VECTOR)));
        }
    }

    private static Slot matrix(String key, String path, int rows, int columns) {
        return Slot.of(key, new Part(path + ".weight", rows, columns));
    }

    private void add(Slot slot) {
        index.put(slot.key(), slots.size());
        slots.add(slot);
    }
}
