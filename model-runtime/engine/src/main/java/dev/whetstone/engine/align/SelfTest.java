package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;

/// A check that a run made of itself.
///
/// @param name see [SelfCheck]
/// @param difference what was found; 0 is perfect
/// @param limit largest difference that passes
public record SelfTest(String name, double difference, double limit) {
    public boolean passed() {
        return difference <= limit;
    }

    /// What holds when it passed, in plain words.
    public String words() {
        return SelfCheck.words(name);
    }

    /// @throws RuntimeFailure `self-test` where it did not pass
    SelfTest require() {
        return require("please report this with the log");
    }

    /// @param advice what to do where it did not pass
    /// @throws RuntimeFailure `self-test` where it did not pass
    public SelfTest require(String advice) {
        if (!passed()) {
            throw new RuntimeFailure(
                    "self-test",
                    "The training stopped, since this does not hold: "
                            + words()
                            + " (self-test "
                            + name
                            + ": difference "
                            + difference
                            + ", at most "
                            + limit
                            + ")",
                    "No adapter was written; " + advice + ".");
        }
        return this;
    }
}
