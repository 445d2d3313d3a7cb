package dev.whetstone.services.vote;

import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.pair.PairView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of the project's texts, each looked at once. Features fill in as rules ask for
/// them.
final class TextPool {
    private static final TextFeatures NO_SOURCE = new TextFeatures("");

    private final Map<UUID, TextFeatures> prompts = new ConcurrentHashMap<>();
    private final Map<UUID, TextFeatures> sources = new ConcurrentHashMap<>();
    private final Map<UUID, TextFeatures> responses = new ConcurrentHashMap<>();

    PairFeatures of(PairView pair) {
        return new PairFeatures(
                prompts.computeIfAbsent(
                        pair.prompt().id(), id -> new TextFeatures(pair.prompt().text())),
                responses.computeIfAbsent(pair.a().id(), id -> new TextFeatures(pair.a().text())),
                responses.computeIfAbsent(pair.b().id(), id -> new TextFeatures(pair.b().text())),
                pair.prompt().source().isEmpty()
                        ? NO_SOURCE
                        : sources.computeIfAbsent(
                                pair.prompt().id(),
                                id -> new TextFeatures(pair.prompt().source())));
    }

    List<PairFeatures> all(List<PairView> pairs) {
        return pairs.parallelStream().map(this::of).toList();
    }
}
