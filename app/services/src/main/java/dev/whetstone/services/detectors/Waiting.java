package dev.whetstone.services.detectors;

import java.util.List;

/// A rule that does not vote on some pairs because a detector has not read their texts.
///
/// @param rule its name
/// @param detectors that it asks, without the `#`
/// @param pairs on which it abstains for that reason
/// @param untrained which of them do not exist or have not been trained
public record Waiting(String rule, List<String> detectors, long pairs, List<String> untrained) {
    public Waiting {
        detectors = List.copyOf(detectors);
        untrained = List.copyOf(untrained);
    }
}
