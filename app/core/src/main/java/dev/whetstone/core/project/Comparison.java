package dev.whetstone.core.project;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Two to five responses to one prompt, to be judged side by side. The order of `responseIds`
/// is the stored order; what an expert saw on which side is part of the judgement.
public record Comparison(UUID id, UUID promptId, List<UUID> responseIds) {
    public static final int MAX_RESPONSES = 5;

    public Comparison {
        responseIds = List.copyOf(responseIds);
        if (responseIds.size() < 2 || responseIds.size() > MAX_RESPONSES) {
            throw new IllegalArgumentException(
                    "a comparison has 2 to 5 responses, not " + responseIds.size());
        }
        if (Set.copyOf(responseIds).size() != responseIds.size()) {
            throw new IllegalArgumentException("a comparison names a response twice");
        }
    }
}
