package dev.whetstone.core.lf.vote;

/// Two responses to one prompt.
///
/// @param first the response whose preference counts as +1
/// @param source attached source text; empty when none
public record PairText(String prompt, String first, String second, String source) {
    public static PairText of(String prompt, String first, String second) {
        return new PairText(prompt, first, second, "");
    }

    /// The same pair with its sides exchanged.
    public PairText swapped() {
        return new PairText(prompt, second, first, source);
    }
}
