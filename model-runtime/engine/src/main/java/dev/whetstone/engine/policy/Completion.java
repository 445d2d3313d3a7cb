package dev.whetstone.engine.policy;

/// A completion to score after its prompt.
///
/// @param prompt at least one token
/// @param completion at least one token
public record Completion(int[] prompt, int[] completion) {
    public Completion {
        if (prompt.length == 0 || completion.length == 0) {
            throw new IllegalArgumentException("prompt and completion need at least one token");
        }
    }

    /// Tokens of both.
    public int length() {
        return prompt.length + completion.length;
    }

    /// Both, one behind the other.
    public int[] ids() {
        int[] ids = java.util.Arrays.copyOf(prompt, length());
        System.arraycopy(completion, 0, ids, prompt.length, completion.length);
        return ids;
    }
}
