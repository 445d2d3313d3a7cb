package dev.whetstone.store.content;

import dev.whetstone.core.project.Message;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Identity by content: the same prompt, response or comparison has the same id wherever it comes
/// from, so importing a file twice adds nothing and the work of several experts merges by id.
/// Outer white space of texts does not count.
public final class ContentIds {
    private ContentIds() {}

    public static UUID prompt(List<Message> turns, String source) {
        ContentHash.Builder hash = ContentHash.builder().add("prompt").add(source.strip());
        for (Message turn : turns) {
            hash.add(turn.role().wireName()).add(turn.content().strip());
        }
        return hash.build().id();
    }

    public static UUID response(UUID promptId, String text) {
        return ContentHash.builder().add("response").add(promptId).add(text.strip()).build().id();
    }

    /// The order of the responses does not count.
    public static UUID comparison(UUID promptId, Collection<UUID> responseIds) {
        ContentHash.Builder hash = ContentHash.builder().add("comparison").add(promptId);
        responseIds.stream().sorted().forEach(hash::add);
        return hash.build().id();
    }

    public static UUID annotator(String name) {
        return ContentHash.of("annotator", name).id();
    }
}
