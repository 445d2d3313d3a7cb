package dev.whetstone.engine.policy;

import java.util.List;

/// Takes responses as they are ready, in the order of the requests, a prompt at a time.
@FunctionalInterface
public interface GenerationSink {
    /// @param samples the n samples of the prompt, in the order of their numbers
    void accept(GenerationRequest request, List<Generation> samples);
}
