package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.TextFeatures;
import org.jspecify.annotations.Nullable;

/// The texts that a rule's scopes stand for during one evaluation, and what went wrong in it. Used
/// by one thread.
final class Frame {
    final TextFeatures prompt;
    final @Nullable TextFeatures source;
    TextFeatures response;
    TextFeatures other;
    @Nullable TextFeatures item;
    int problems;

    /// Kept values of the rule's leaves, of which the pair is a row; nothing where none are kept.
    LeafColumn @Nullable [] columns;

    int row;
    boolean exchanged;

    Frame(
            TextFeatures prompt,
            TextFeatures response,
            TextFeatures other,
            @Nullable TextFeatures source) {
        this.prompt = prompt;
        this.response = response;
        this.other = other;
        this.source = source;
    }

    /// @param source empty where there is none
    static Frame of(
            TextFeatures prompt, TextFeatures response, TextFeatures other, TextFeatures source) {
        return new Frame(prompt, response, other, source.text().isBlank() ? null : source);
    }

    void exchangeRoles() {
        TextFeatures held = response;
        response = other;
        other = held;
        exchanged = !exchanged;
    }

    void report(Abstention reason) {
        problems |= reason.bit();
    }
}
