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

    Frame(
            TextFeatures prompt,
            TextFeatures response,
            TextFeatures other,
            TextFeatures source) {
        this.prompt = prompt;
        this.response = response;
        this.other = other;
        this.source = source.text().isBlank() ? null : source;
    }

    void exchangeRoles() {
        TextFeatures held = response;
        response = other;
        other = held;
    }

    void report(Abstention reason) {
        problems |= reason.bit();
    }
}
