package dev.whetstone.engine.policy;

/// A prompt to answer.
///
/// @param promptId with the seed and the sample's number, all that a sample's randomness depends on
/// @param ids tokens of the rendered prompt, generation prompt included; at least one
public record GenerationRequest(String promptId, int[] ids) {
    public GenerationRequest {
        if (ids.length == 0) {
            throw new IllegalArgumentException("prompt " + promptId + " has no tokens");
        }
    }
}
