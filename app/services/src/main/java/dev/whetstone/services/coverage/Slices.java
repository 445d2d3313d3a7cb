package dev.whetstone.services.coverage;

import dev.whetstone.core.label.PairLengths;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.RequestType;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.ask.Requests;
import dev.whetstone.core.text.lang.LanguageGuess;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The slices of a ballot's pairs that hold something: by who judged, by the prompt's language,
/// length, turns and wishes, by who wrote the replies, and by how alike these are in length.
final class Slices {
    private static final int SHORT = 20;
    private static final int LONG = 100;
    /// Languages, models and people; the rarer ones have no slice.
    private static final int MOST_OF_A_KIND = 8;

    private final Map<String, Slice> slices = new LinkedHashMap<>();
    private final Map<String, PairSet> sets = new HashMap<>();
    private final int pairs;

    /// @param features of the ballot's pairs, in its order
    Slices(Ballot ballot, List<PairFeatures> features) {
        this.pairs = ballot.pairs().size();
        put(Slice.Kind.ALL, "", PairSet.all(pairs));
        PairSet judged = PairSet.of(pairs, i -> !ballot.choices().of(i).isEmpty());
        put(Slice.Kind.JUDGED, "", judged);
        put(Slice.Kind.NOT_JUDGED, "", PairSet.all(pairs).minus(judged));
        putEach(
                Slice.Kind.PERSON,
                i ->
                        ballot.choices().of(i).stream()
                                .map(Choice::annotator)
                                .collect(Collectors.toSet()));
        prompts(ballot, features);
        putEach(
                Slice.Kind.MODEL,
                i -> {
                    PairView pair = ballot.pairs().get(i);
                    return Set.copyOf(
                            List.of(pair.a().origin()).equals(List.of(pair.b().origin()))
                                    ? List.of(pair.a().origin())
                                    : List.of(pair.a().origin(), pair.b().origin()));
                });
        PairLengths lengths = ballot.lengths();
        PairSet like = PairSet.of(pairs, lengths::matched);
        put(Slice.Kind.LIKE_LENGTH, "", like);
        put(Slice.Kind.UNLIKE_LENGTH, "", PairSet.all(pairs).minus(like));
        slices.values().removeIf(slice -> slice.pairs() == 0 && !slice.id().equals(Slice.ALL));
    }

    private void prompts(Ballot ballot, List<PairFeatures> features) {
        Map<UUID, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < pairs; i++) {
            first.putIfAbsent(ballot.pairs().get(i).prompt().id(), i);
        }
        Map<UUID, PromptFacts> facts =
                first.entrySet().parallelStream()
                        .collect(
                                Collectors.toConcurrentMap(
                                        Map.Entry::getKey,
                                        of ->
                                                PromptFacts.of(
                                                        ballot.pairs().get(of.getValue()).prompt(),
                                                        features.get(of.getValue()).prompt())));
        List<PromptFacts> byPair =
                ballot.pairs().stream().map(pair -> facts.get(pair.prompt().id())).toList();
        putEach(Slice.Kind.LANGUAGE, i -> byPair.get(i).language());
        put(Slice.Kind.SHORT_PROMPT, "", PairSet.of(pairs, i -> byPair.get(i).words() <= SHORT));
        put(
                Slice.Kind.MIDDLE_PROMPT,
                "",
                PairSet.of(
                        pairs,
                        i -> byPair.get(i).words() > SHORT && byPair.get(i).words() <= LONG));
        put(Slice.Kind.LONG_PROMPT, "", PairSet.of(pairs, i -> byPair.get(i).words() > LONG));
        put(Slice.Kind.SEVERAL_TURNS, "", PairSet.of(pairs, i -> byPair.get(i).turns() > 1));
        put(Slice.Kind.WITH_SOURCE, "", PairSet.of(pairs, i -> byPair.get(i).withSource()));
        putEach(Slice.Kind.ASKS_FOR, i -> byPair.get(i).asks());
    }

    private record PromptFacts(
            int words, int turns, boolean withSource, Set<String> language, Set<String> asks) {
        static PromptFacts of(Prompt prompt, TextFeatures text) {
            Optional<Language> language = LanguageGuess.of(text);
            return new PromptFacts(
                    text.words().count(),
                    prompt.turns().size(),
                    !prompt.source().isEmpty(),
                    language.map(known -> Set.of(known.english())).orElse(Set.of()),
                    List.of(RequestType.values()).stream()
                            .filter(type -> Requests.asksFor(text, type))
                            .map(RequestType::english)
                            .collect(Collectors.toSet()));
        }
    }

    /// A slice for each name, the most frequent ones.
    private void putEach(Slice.Kind kind, Function<Integer, Set<String>> namesOf) {
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int i = 0; i < pairs; i++) {
            for (String name : namesOf.apply(i)) {
                if (!name.isBlank()) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
                }
            }
        }
        byName.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                (Map.Entry<String, List<Integer>> e) -> -e.getValue().size()))
                .limit(MOST_OF_A_KIND)
                .forEach(
                        entry -> {
                            Set<Integer> in = Set.copyOf(entry.getValue());
                            put(kind, entry.getKey(), PairSet.of(pairs, in::contains));
                        });
    }

    private void put(Slice.Kind kind, String name, PairSet set) {
        String id =
                kind == Slice.Kind.ALL
                        ? Slice.ALL
                        : kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + (name.isEmpty() ? "" : ":" + name);
        slices.put(id, new Slice(id, kind, name, set.count()));
        sets.put(id, set);
    }

    List<Slice> all() {
        return List.copyOf(slices.values());
    }

    PairSet pairs(String id) {
        PairSet set = slices.containsKey(id) ? sets.get(id) : null;
        if (set == null) {
            throw new ServiceException(
                    "coverage.slice",
                    "There is no slice \"" + id + "\".",
                    "Known are: " + String.join(", ", slices.keySet().stream().skip(1).toList()));
        }
        return set;
    }
}
