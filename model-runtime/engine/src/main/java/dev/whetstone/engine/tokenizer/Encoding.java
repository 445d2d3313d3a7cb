package dev.whetstone.engine.tokenizer;

/// Tokens of a text.
///
/// @param ids one per token
/// @param starts where each token's text begins in the original, in UTF-16 units; 0 for tokens that
///     the post-processor added
/// @param ends where it ends
/// @param types 0, or 1 for the second text of a pair
public record Encoding(int[] ids, int[] starts, int[] ends, int[] types) {
    public int length() {
        return ids.length;
    }
}
