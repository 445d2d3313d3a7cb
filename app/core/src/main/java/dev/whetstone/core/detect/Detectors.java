package dev.whetstone.core.detect;

import java.util.Optional;

/// The detectors that rules may ask, as `detects(X, #name)` and `score(X, #name)`.
@FunctionalInterface
public interface Detectors {
    Detectors NONE = _ -> Optional.empty();

    /// Empty for one that does not exist or is not trained.
    ///
    /// @param name without the `#`
    Optional<TextScores> named(String name);
}
