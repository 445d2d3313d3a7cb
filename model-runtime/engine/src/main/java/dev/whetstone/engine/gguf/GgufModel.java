package dev.whetstone.engine.gguf;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.Activation;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// A decoder's settings and tensors under llama.cpp's names.
final class GgufModel {
    private static final String LAYERS = "model.layers.";

    private final DecoderConfig config;
    private final CheckpointRows rows;
    private final GgufType type;
    private final List<GgufTensor> tensors = new ArrayList<>();

    /// @throws RuntimeFailure `gguf.model` for what llama.cpp would compute otherwise
    GgufModel(DecoderConfig config, CheckpointRows rows, GgufType type) {
        this.config = config;
        this.rows = rows;
        this.type = type;
        if (!List.of("llama", "mistral", "qwen2", "qwen3").contains(config.family())) {
            throw refused("models of the family '" + config.family() + "'");
        }
        if (config.head() == DecoderConfig.Head.SCORE) {
            throw refused("models that score texts");
        }
        if (config.block().activation() != Activation.SILU) {
            throw refused("the activation " + config.block().activation());
        }
    }

    /// Mistral is a Llama to llama.cpp.
    private String architecture() {
        return config.family().equals("mistral") ? "llama" : config.family();
    }

    void describe(GgufMetadata metadata, String name) {
        var prefix = architecture() + ".";
        metadata.text("general.architecture", architecture())
                .text("general.name", name)
                .number("general.file_type", type.fileType())
                .number("general.quantization_version", 2)
                .number(prefix + "vocab_size", config.vocabulary())
                .number(prefix + "context_length", context())
                .number(prefix + "embedding_length", config.hidden())
                .number(prefix + "block_count", config.layers())
                .number(prefix + "feed_forward_length", config.intermediate())
                .number(prefix + "attention.head_count", config.heads())
                .number(prefix + "attention.head_count_kv", config.kvHeads())
                .number(prefix + "attention.key_length", config.headDim())
                .number(prefix + "attention.value_length", config.headDim())
                .real(prefix + "attention.layer_norm_rms_epsilon", config.normEps())
                .number(prefix + "rope.dimension_count", config.headDim())
                .real(prefix + "rope.freq_base", rope().theta());
        if (rope() instanceof Rope.Linear linear) {
            metadata.text(prefix + "rope.scaling.type", "linear")
                    .real(prefix + "rope.scaling.factor", linear.factor());
        }
    }

    /// llama.cpp has no sliding window for these, so that no more is promised than the shortest:
    /// up to there both compute the same.
    private int context() {
        return config.windows().stream()
                .filter(window -> window != DecoderConfig.ALL)
                .mapToInt(Integer::intValue)
                .reduce(config.maxPositions(), Math::min);
    }

    private Rope rope() {
        return switch (config.positions()) {
            case Rope.Plain plain -> plain;
            case Rope.Linear linear -> linear;
            case Rope.Llama3 llama3 -> llama3;
            default -> throw refused("positions of the kind " + config.positions());
        };
    }

    List<GgufTensor> tensors() {
        matrix("token_embd", "model.embed_tokens", config.vocabulary(), config.hidden());
        vector("output_norm.weight", "model.norm.weight", config.hidden());
        if (config.head() == DecoderConfig.Head.OWN) {
            matrix("output", "lm_head", config.vocabulary(), config.hidden());
        }
        if (rope() instanceof Rope.Llama3 llama3) {
            frequencies(llama3);
        }
        for (var layer = 0; layer < config.layers(); layer++) {
            layer(layer);
        }
        return tensors;
    }

    private void layer(int layer) {
        var from = LAYERS + layer + ".";
        var to = "blk." + layer + ".";
        var biases = config.biases();
        var h = config.hidden();
        var m = config.intermediate();
        vector(to + "attn_norm.weight", from + "input_layernorm.weight", h);
        vector(to + "ffn_norm.weight", from + "post_attention_layernorm.weight", h);
        turned(to + "attn_q", from + "self_attn.q_proj", config.queryWidth());
        turned(to + "attn_k", from + "self_attn.k_proj", config.keyWidth());
        matrix(to + "attn_v", from + "self_attn.v_proj", config.keyWidth(), h);
        if (biases.queryKeyValue()) {
            vector(to + "attn_v.bias", from + "self_attn.v_proj.bias", config.keyWidth());
        }
        matrix(to + "attn_output", from + "self_attn.o_proj", h, config.queryWidth());
        if (biases.output()) {
            vector(to + "attn_output.bias", from + "self_attn.o_proj.bias", h);
        }
        if (config.headNorm() == DecoderConfig.HeadNorm.QUERIES_AND_KEYS) {
            vector(to + "attn_q_norm.weight", from + "self_attn.q_norm.weight", config.headDim());
            vector(to + "attn_k_norm.weight", from + "self_attn.k_norm.weight", config.headDim());
        }
        for (var name : List.of("gate", "up", "down")) {
            var down = name.equals("down");
            matrix(to + "ffn_" + name, from + "mlp." + name + "_proj", down ? h : m, down ? m : h);
            if (biases.mlp()) {
                vector(
                        to + "ffn_" + name + ".bias",
                        from + "mlp." + name + "_proj.bias",
                        down ? h : m);
            }
        }
    }

    private void matrix(String name, String from, int count, int columns) {
        matrix(name, from, count, columns, row -> row);
    }

    private void matrix(String name, String from, int count, int columns, IntUnaryOperator order) {
        var stored = type.holds(columns) ? type : GgufType.F16;
        tensors.add(
                new GgufTensor(
                        name + ".weight",
                        count,
                        columns,
                        stored,
                        row -> rows.row(from + ".weight", order.applyAsInt(row), columns)));
    }

    private void vector(String name, String from, int size) {
        tensors.add(
                new GgufTensor(
                        name,
                        GgufTensor.VECTOR,
                        size,
                        GgufType.F32,
                        row -> rows.row(from, 0, size)));
    }

    /// Queries or keys. llama.cpp's Llama turns neighbours, Transformers turns halves: row 2i + p
    /// of a head there is row p d/2 + i here. Its Qwen turns halves too.
    private void turned(String name, String from, int count) {
        IntUnaryOperator order = architecture().equals("llama") ? this::neighbour : row -> row;
        matrix(name, from, count, config.hidden(), order);
        if (config.biases().queryKeyValue()) {
            tensors.add(
                    new GgufTensor(
                            name + ".bias",
                            GgufTensor.VECTOR,
                            count,
                            GgufType.F32,
                            row -> reordered(rows.row(from + ".bias", 0, count), order)));
        }
    }

    private int neighbour(int row) {
        var inHead = row % config.headDim();
        return row - inHead + inHead % 2 * (config.headDim() / 2) + inHead / 2;
    }

    private static float[] reordered(float[] values, IntUnaryOperator order) {
        var result = new float[values.length];
        for (var i = 0; i < result.length; i++) {
            result[i] = values[order.applyAsInt(i)];
        }
        return result;
    }

    /// What llama.cpp divides the plain frequencies by.
    private void frequencies(Rope.Llama3 rope) {
        var plain = new Rope.Plain(rope.theta()).inverseFrequencies(config.headDim(), 1);
        var scaled = rope.inverseFrequencies(config.headDim(), 1);
        var divisors = new float[plain.length];
        for (var i = 0; i < plain.length; i++) {
            divisors[i] = plain[i] / scaled[i];
        }
        tensors.add(
                new GgufTensor(
                        "rope_freqs.weight",
                        GgufTensor.VECTOR,
                        divisors.length,
                        GgufType.F32,
                        row -> divisors));
    }

    private static RuntimeFailure refused(String what) {
        return new RuntimeFailure(
                "gguf.model", what + " cannot be written as GGUF", "write a safetensors folder");
    }
}
