package dev.whetstone.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.engine.control.RuntimeFailure;

/// Tries something with one seed after another. A [RuntimeFailure] with a message is what damaged
/// input may give; whatever else is thrown is a failure of the test that names the seed.
final class Attempts {
    private static final int COUNT = Integer.getInteger("hostile.mutations", 60);

    private Attempts() {}

    /// Something done with a damaged input.
    interface Attempt {
        void run(Mutations mutations) throws Exception;
    }

    /// How they ended.
    record Ends(int refused, int accepted) {}

    static Ends all(long firstSeed, Attempt attempt) {
        var refused = 0;
        for (var i = 0; i < COUNT; i++) {
            var seed = firstSeed + i;
            try {
                attempt.run(new Mutations(seed));
            } catch (RuntimeFailure failure) {
                assertThat(failure.getMessage()).as("seed %d", seed).isNotBlank();
                refused++;
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + ": " + e, e);
            }
        }
        assertThat(refused).isPositive();
        return new Ends(refused, COUNT - refused);
    }
}
