package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;

/// A check that a run makes of itself.
///
/// @param difference what was found; 0 is perfect
/// @param limit largest difference that passes
public record SelfTest(String name, double difference, double limit) {
    public boolean passed() {
        return difference <= limit;
    }

    /// @throws RuntimeFailure `self-test` where it did not pass
    SelfTest require() {
        if (!passed()) {
            throw new RuntimeFailure(
                    "self-test",
                    "self-test '"
                            + name
                            + "' failed: difference "
                            + difference
                            + ", limit "
                            + limit,
                    "nothing was written; please report this with the log");
        }
        return this;
    }
}
