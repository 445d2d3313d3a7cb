package dev.whetstone.runtime.model;

/// How the next token is chosen. Processors apply in the order of Transformers: repetition penalty,
/// temperature, top-k, top-p, min-p.
///
/// @param temperature 0 means greedy; otherwise above 0
/// @param topP (0, 1]; 1 keeps all
/// @param topK 0 keeps all
/// @param minP [0, 1); 0 keeps all
/// @param repetitionPenalty 1 means none
public record Sampling(
        double temperature,
        double topP,
        int topK,
        double minP,
        double repetitionPenalty,
        int maxNewTokens,
        long seed) {
    public static final Sampling DEFAULT = new Sampling(0.8, 0.95, 0, 0, 1, 256, 1);

    public Sampling {
        if (temperature < 0 || topP <= 0 || topP > 1 || topK < 0 || minP < 0 || minP >= 1) {
            throw new IllegalArgumentException(
                    "sampling out of range: temperature "
                            + temperature
                            + ", top-p "
                            + topP
                            + ", top-k "
                            + topK
                            + ", min-p "
                            + minP);
        }
        if (repetitionPenalty <= 0 || maxNewTokens < 1) {
            throw new IllegalArgumentException(
                    "repetition penalty and max new tokens must be positive");
        }
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(
                temperature, topP, topK, minP, repetitionPenalty, maxNewTokens, newSeed);
    }
}
