package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Completion;

/// A preference pair in tokens.
///
/// @param id names the pair in messages
/// @param chosen tokens of the preferred completion, its end token included
/// @param rejected tokens of the other
/// @param p probability that `chosen` is really preferred, in [0, 1]
public record TokenPair(String id, int[] prompt, int[] chosen, int[] rejected, double p) {
    public TokenPair {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("pair " + id + ": p is " + p + ", not in [0, 1]");
        }
    }

    public Completion chosenCompletion() {
        return new Completion(prompt, chosen);
    }

    public Completion rejectedCompletion() {
        return new Completion(prompt, rejected);
    }

    /// Tokens of the prompt and the longer completion.
    int longest() {
        return prompt.length + Math.max(chosen.length, rejected.length);
    }
}
