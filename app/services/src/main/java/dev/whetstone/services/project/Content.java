package dev.whetstone.services.project;

import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.project.ProjectFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A project's texts as they stood at one moment, in memory.
public final class Content {
    private final Map<UUID, Prompt> prompts;
    private final Map<UUID, Response> responses;
    private final Map<UUID, Comparison> comparisons;
    private final List<PairView> pairs;
    private final ContentHash hash;

    private Content(
            Map<UUID, Prompt> prompts,
            Map<UUID, Response> responses,
            Map<UUID, Comparison> comparisons,
            List<PairView> pairs,
            ContentHash hash) {
        this.prompts = Collections.unmodifiableMap(prompts);
        this.responses = Collections.unmodifiableMap(responses);
        this.comparisons = Collections.unmodifiableMap(comparisons);
        this.pairs = List.copyOf(pairs);
        this.hash = hash;
    }

    static Content read(ProjectFile file) {
        Map<UUID, Prompt> prompts = new LinkedHashMap<>();
        file.prompts().forEach(prompt -> prompts.put(prompt.id(), prompt));
        Map<UUID, Response> responses = new LinkedHashMap<>();
        file.responses().forEach(response -> responses.put(response.id(), response));
        Map<UUID, Comparison> comparisons = new LinkedHashMap<>();
        List<PairView> pairs = new ArrayList<>();
        file.comparisons()
                .forEach(
                        comparison -> {
                            comparisons.put(comparison.id(), comparison);
                            addPairs(comparison, prompts, responses, pairs);
                        });
        return new Content(
                prompts, responses, comparisons, pairs, file.fingerprints().comparisons());
    }

    private static void addPairs(
            Comparison comparison,
            Map<UUID, Prompt> prompts,
            Map<UUID, Response> responses,
            List<PairView> pairs) {
        List<UUID> ids = comparison.responseIds();
        Prompt prompt = known(prompts, comparison.promptId());
        for (int a = 0; a < ids.size(); a++) {
            for (int b = a + 1; b < ids.size(); b++) {
                pairs.add(
                        new PairView(
                                new PairRef(comparison.id(), a, b),
                                prompt,
                                known(responses, ids.get(a)),
                                known(responses, ids.get(b))));
            }
        }
    }

    private static <T> T known(Map<UUID, T> map, UUID id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("the project lacks " + id);
        }
        return value;
    }

    public Map<UUID, Prompt> prompts() {
        return prompts;
    }

    public Map<UUID, Response> responses() {
        return responses;
    }

    /// In stored order.
    public Map<UUID, Comparison> comparisons() {
        return comparisons;
    }

    /// All pairs, in the order of the comparisons.
    public List<PairView> pairs() {
        return pairs;
    }

    /// Of the comparisons and, since ids are made of contents, of all their texts.
    public ContentHash hash() {
        return hash;
    }

    /// A comparison's responses in stored order.
    public List<Response> responsesOf(Comparison comparison) {
        return comparison.responseIds().stream().map(id -> known(responses, id)).toList();
    }

    public Prompt promptOf(Comparison comparison) {
        return known(prompts, comparison.promptId());
    }
}
