package dev.whetstone.engine.family;

/// Qwen3: a norm on each head's queries and keys, and heads whose width is free.
final class Qwen3Family implements Family {
    private static final int USUAL_HEAD_DIM = 128;

    @Override
    public String type() {
        return "qwen3";
    }

    @Override
    public String architecture() {
        return "Qwen3";
    }

    @Override
    public DecoderConfig read(ConfigFields fields) {
        boolean attention = fields.flag("attention_bias");
        return LlamaFamily.read(
                fields,
                type(),
                fields.size("head_dim", USUAL_HEAD_DIM),
                new DecoderConfig.Biases(attention, attention, false),
                DecoderConfig.HeadNorm.QUERIES_AND_KEYS,
                Qwen2Family.windows(fields));
    }
}
