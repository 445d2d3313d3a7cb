package dev.whetstone.engine.verify;

import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Collects the checks of one kind. A case that cannot be run is a failed check with the reason.
final class Suite {
    private final List<Check> checks = new ArrayList<>();

    /// Checks one case.
    interface Case {
        void check() throws IOException;
    }

    void add(Check check) {
        checks.add(check);
    }

    void attempt(String name, Case body) throws IOException {
        try {
            body.check();
        } catch (RuntimeFailure failure) {
            checks.add(Check.failed(name, failure.code() + ": " + failure.getMessage()));
        }
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }
}
