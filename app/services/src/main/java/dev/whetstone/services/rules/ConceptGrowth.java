package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.mine.PhraseCounts;
import dev.whetstone.core.reward.TextEncoder;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.Voting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes word lists longer and shorter, and looks for what could stand in them.
final class ConceptGrowth {
    private static final int CANDIDATES = 1_500;
    private static final int NEAREST = 3;

    private final OpenProject project;
    private final Voting voting;
    private final ConceptBook concepts;

    ConceptGrowth(OpenProject project, Voting voting, ConceptBook concepts) {
        this.project = project;
        this.voting = voting;
        this.concepts = concepts;
    }

    List<String> grow(String name, List<String> entries, String author, Instant now) {
        Set<Pattern> all = new LinkedHashSet<>(concepts.concepts().of(name));
        entries.forEach(entry -> all.add(pattern(name, entry)));
        return save(name, all, author, now);
    }

    List<String> shrink(String name, List<String> entries, String author, Instant now) {
        Set<Pattern> all = new LinkedHashSet<>(concepts.concepts().of(name));
        for (String entry : entries) {
            if (!all.remove(pattern(name, entry))) {
                throw problem(name, "does not hold “" + entry + "”");
            }
        }
        return save(name, all, author, now);
    }

    private List<String> save(String name, Collection<Pattern> all, String author, Instant now) {
        try {
            concepts.save(name, new ArrayList<>(all), author, now);
        } finally {
            concepts.forget();
        }
        project.changed(Change.RULES);
        return all.stream().map(RulePrinter::print).toList();
    }

    private static Pattern pattern(String name, String entry) {
        String text = entry.strip();
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        try {
            if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
                return new Pattern.Regex(text.substring(1, text.length() - 1));
            }
            return new Pattern.Literal(quoted ? text.substring(1, text.length() - 1) : text);
        } catch (RuleTypeException e) {
            throw problem(name, "cannot hold “" + entry + "”: " + e.getMessage());
        }
    }

    List<ConceptNeighbour> neighbours(String name, TextEncoder encoder, int most) {
        List<String> seeds = seeds(name);
        if (seeds.isEmpty()) {
            throw problem(name, "has no words yet; type three to begin with");
        }
        Set<TextFeatures> texts = new LinkedHashSet<>();
        for (PairFeatures pair : voting.features()) {
            texts.addAll(List.of(pair.prompt(), pair.first(), pair.second()));
        }
        List<LiteralFinder> known = seeds.stream().map(LiteralFinder::inflected).toList();
        List<PhraseCounts.Phrase> candidates =
                PhraseCounts.of(texts, CANDIDATES).stream()
                        .filter(phrase -> !isKnown(phrase.words(), known))
                        .toList();
        List<String> all = new ArrayList<>(seeds);
        candidates.forEach(phrase -> all.add(phrase.words()));
        float[][] rows = encoder.encode(all);
        List<ConceptNeighbour> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            PhraseCounts.Phrase phrase = candidates.get(i);
            found.add(
                    new ConceptNeighbour(
                            phrase.words(),
                            similarity(rows, seeds.size(), rows[seeds.size() + i]),
                            phrase.texts(),
                            phrase.example()));
        }
        return found.stream()
                .sorted(
                        Comparator.comparingDouble(ConceptNeighbour::similarity)
                                .reversed()
                                .thenComparing(ConceptNeighbour::words))
                .limit(most)
                .toList();
    }

    private List<String> seeds(String name) {
        List<String> seeds = new ArrayList<>();
        for (Pattern pattern : concepts.concepts().of(name)) {
            if (pattern instanceof Pattern.Literal(var text)) {
                seeds.add(text.replace("*", " ").replace("~", "").strip());
            }
        }
        return seeds;
    }

    /// Whether a list's words find the phrase already.
    private static boolean isKnown(String phrase, List<LiteralFinder> known) {
        TextFeatures text = new TextFeatures(phrase);
        return known.stream().anyMatch(finder -> finder.occursIn(text));
    }

    private static double similarity(float[][] rows, int seeds, float[] row) {
        double[] cosines = new double[seeds];
        for (int i = 0; i < seeds; i++) {
            cosines[i] = cosine(rows[i], row);
        }
        Arrays.sort(cosines);
        int nearest = Math.min(NEAREST, seeds);
        return Arrays.stream(cosines, seeds - nearest, seeds).average().orElse(-1);
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
    }

    private static ServiceException problem(String name, String what) {
        return new ServiceException(
                "rule.concept", "The word list @" + name + " " + what + ".", "");
    }
}
