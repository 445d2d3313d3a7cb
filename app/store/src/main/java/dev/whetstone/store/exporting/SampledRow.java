package dev.whetstone.store.exporting;

import dev.whetstone.core.project.Message;
import java.util.List;

/// A prompt with all responses sampled for it and the two that were picked.
///
/// @param chosen index into `responses`
/// @param rejected index into `responses`
/// @param p probability that chosen is really preferred
/// @param lineage JSON: what the pick comes from; empty when there is nothing to say
public record SampledRow(
        List<Message> turns,
        List<Scored> responses,
        int chosen,
        int rejected,
        double p,
        String lineage) {
    public SampledRow {
        turns = List.copyOf(turns);
        responses = List.copyOf(responses);
        if (chosen == rejected) {
            throw new IllegalArgumentException("chosen and rejected are the same response");
        }
    }
}
