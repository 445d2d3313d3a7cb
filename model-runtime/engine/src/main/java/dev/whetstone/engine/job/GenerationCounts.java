package dev.whetstone.engine.job;

import com.fasterxml.jackson.databind.JsonNode;

/// What a generation has come to, over all its runs.
final class GenerationCounts {
    private int prompts;
    private int responses;
    private int finished;
    private long tokens;
    private long tokensBefore;

    void prompt() {
        prompts++;
    }

    void response(int length, boolean ended) {
        responses++;
        tokens += length;
        finished += ended ? 1 : 0;
    }

    /// What was counted so far is from an earlier run: the speed leaves it out.
    void earlier() {
        tokensBefore = tokens;
    }

    int prompts() {
        return prompts;
    }

    JsonNode json(double seconds) {
        return JsonLines.JSON
                .createObjectNode()
                .put("prompts", prompts)
                .put("responses", responses)
                .put("tokens", tokens)
                .put("eos_rate", responses == 0 ? 0 : (double) finished / responses)
                .put("seconds", seconds)
                .put("tokens_per_second", (tokens - tokensBefore) / Math.max(seconds, 1e-9));
    }
}
