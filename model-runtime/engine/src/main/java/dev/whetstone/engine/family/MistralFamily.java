package dev.whetstone.engine.family;

/// Mistral: Llama with a sliding window in every layer, unless it is null.
final class MistralFamily implements Family {
    private static final int USUAL_WINDOW = 4096;

    @Override
    public String type() {
        return "mistral";
    }

    @Override
    public String architecture() {
        return "Mistral";
    }

    @Override
    public DecoderConfig read(ConfigFields fields) {
        int window =
                fields.isNull("sliding_window")
                        ? DecoderConfig.ALL
                        : fields.size("sliding_window", USUAL_WINDOW);
        return LlamaFamily.read(
                fields,
                type(),
                LlamaFamily.headDim(fields),
                DecoderConfig.Biases.NONE,
                DecoderConfig.HeadNorm.NONE,
                LlamaFamily.everywhere(fields, window));
    }
}
