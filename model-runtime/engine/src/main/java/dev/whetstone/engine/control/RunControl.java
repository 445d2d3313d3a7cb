package dev.whetstone.engine.control;

import java.util.Map;

/// What a long computation asks of whoever started it. Called on the computing thread.
public interface RunControl {
    /// Neither holds nor ends, and listens to nothing.
    RunControl NONE =
            new RunControl() {
                @Override
                public Signal atSafePoint() {
                    return Signal.GO_ON;
                }

                @Override
                public void progress(
                        String stage, long done, long total, Map<String, Double> metrics) {}
            };

    /// What to do at a safe point.
    enum Signal {
        GO_ON,
        END
    }

    /// Called where the computation can end without losing anything: between tokens, between
    /// steps. Blocks while the run is held. After `END` the computation saves what it has and
    /// throws [RunCancelled].
    Signal atSafePoint();

    /// @param stage what is done now, e.g. `generate`, `reference`, `train`
    /// @param done units finished, of `total`
    /// @param metrics figures of the last unit, by TRL's names where it has one; may be empty
    void progress(String stage, long done, long total, Map<String, Double> metrics);

    /// Something a person should hear although the run goes on, e.g. that memory is short.
    default void notice(String words) {}

    /// @throws RunCancelled when the run must end
    default void throwIfEnded() {
        if (atSafePoint() == Signal.END) {
            throw new RunCancelled();
        }
    }
}
