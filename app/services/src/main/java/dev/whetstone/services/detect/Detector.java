package dev.whetstone.services.detect;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.store.content.ContentHash;

/// A detector as it stands.
///
/// @param name without the `#`
/// @param version counts from 1
/// @param recipe what it is made from
/// @param model what it learnt
/// @param accuracy on marked texts; unmeasured while it has none
/// @param fingerprint of the model
/// @param taught hash of the examples and marks that it was trained on; empty while untrained
public record Detector(
        String name,
        int version,
        Recipe recipe,
        DetectorModel model,
        Accuracy accuracy,
        ContentHash fingerprint,
        String taught) {
    public boolean isTrained() {
        return !(model instanceof DetectorModel.Untrained);
    }
}
