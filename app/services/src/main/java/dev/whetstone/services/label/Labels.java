package dev.whetstone.services.label;

import dev.whetstone.services.pair.PairRef;
import java.util.Optional;

/// Labels the project's pairs. Counts votes when they are out of date: call in the background.
public interface Labels {
    Labelling label(ModelChoice model);

    /// Why this p: votes, weights and choices.
    Optional<PairLabel> explain(PairRef ref);
}
