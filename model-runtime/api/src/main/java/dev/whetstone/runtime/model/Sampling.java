package dev.whetstone.runtime.model;

/// How the next token is chosen. Processors apply in the order of Transformers: repetition penalty,
/// n-gram ban, temperature, top-k, top-p, min-p, typical.
///
/// @param temperature 0 means greedy; otherwise above 0
/// @param topP (0, 1]; 1 keeps all
/// @param topK 0 keeps all
/// @param minP [0, 1); 0 keeps all
/// @param repetitionPenalty of tokens that the prompt or the response holds; 1 means none
/// @param noRepeatNgram no sequence of so many tokens occurs twice; 0 allows all
/// @param typicalP (0, 1]; keeps the tokens whose surprise is nearest to the expected one (Meister
///     and others 2022); 1 keeps all
public record Sampling(
        double temperature,
        double topP,
        int topK,
        double minP,
        double repetitionPenalty,
        int noRepeatNgram,
        double typicalP,
        int maxNewTokens,
        long seed) {
    public static final Sampling DEFAULT = new Sampling(0.8, 0.95, 0, 0, 1, 256, 1);

    /// Without n-gram ban and typical sampling.
    public Sampling(
            double temperature,
            double topP,
            int topK,
            double minP,
            double repetitionPenalty,
            int maxNewTokens,
            long seed) {
        this(temperature, topP, topK, minP, repetitionPenalty, 0, 1, maxNewTokens, seed);
    }

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
        if (noRepeatNgram < 0 || !(typicalP > 0) || typicalP > 1) {
            throw new IllegalArgumentException(
                    "sampling out of range: no-repeat n-gram "
                            + noRepeatNgram
                            + ", typical-p "
                            + typicalP);
        }
        if (repetitionPenalty <= 0 || maxNewTokens < 1) {
            throw new IllegalArgumentException(
                    "repetition penalty and max new tokens must be positive");
        }
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(
                temperature,
                topP,
                topK,
                minP,
                repetitionPenalty,
                noRepeatNgram,
                typicalP,
                maxNewTokens,
                newSeed);
    }
}
