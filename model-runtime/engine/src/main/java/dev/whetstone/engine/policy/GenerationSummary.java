package dev.whetstone.engine.policy;

/// What a generation came to.
///
/// @param finished responses that ended with a stop token
/// @param tokens new tokens, stop tokens included
/// @param seconds wall clock
public record GenerationSummary(
        int prompts, int responses, int finished, long tokens, double seconds) {
    /// Share of responses that ended by themselves; 1 where there are none.
    public double eosRate() {
        return responses == 0 ? 1 : (double) finished / responses;
    }

    public double tokensPerSecond() {
        return seconds == 0 ? 0 : tokens / seconds;
    }
}
