package dev.whetstone.services.explain;

import dev.whetstone.core.explain.SlotFit;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.rules.Weighed;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.Column;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Clarifying over the project file.
public final class ProjectClarifying implements Clarifying {
    /// Words between a topic and its value, as in explanations of wrong values.
    private static final int NEAR = 12;

    private static final int SHOWN = 3;
    private static final int FEW = 2;

    private final OpenProject project;
    private final ProjectRules rules;
    private final Voting voting;
    private final ConceptBook concepts;
    private final InstantSource clock;

    public ProjectClarifying(
            OpenProject project,
            ProjectRules rules,
            Voting voting,
            ConceptBook concepts,
            InstantSource clock) {
        this.project = project;
        this.rules = rules;
        this.voting = voting;
        this.concepts = concepts;
        this.clock = clock;
    }

    @Override
    public Optional<Deciding> deciding(
            UUID comparisonId, Ranking ranking, Candidate first, Candidate second) {
        Optional<PairText> own = ownPair(comparisonId, ranking);
        byte[] one = votes(first.rule(), own).votes();
        byte[] other = votes(second.rule(), own).votes();
        List<PairView> pairs = voting.pairs();
        Choices choices = voting.choices();
        Set<UUID> judged =
                project.judgements().stream()
                        .map(Judgement::comparisonId)
                        .collect(Collectors.toSet());
        Optional<Integer> best = Optional.empty();
        int parting = 0;
        int voted = 0;
        Comparator<Integer> order =
                Comparator.<Integer, Boolean>comparing(i -> one[i] * other[i] >= 0)
                        .thenComparing(i -> !Double.isNaN(choices.preference(i)))
                        .thenComparing(i -> replies(pairs.get(i)) > 2)
                        .thenComparing(i -> length(pairs.get(i)))
                        .thenComparing(i -> i);
        for (int i = 0; i < one.length; i++) {
            voted += one[i] != 0 || other[i] != 0 ? 1 : 0;
            UUID comparison = pairs.get(i).ref().comparisonId();
            if (one[i] == other[i] || comparison.equals(comparisonId)) {
                continue;
            }
            parting++;
            boolean replaces = replies(pairs.get(i)) > 2 && judged.contains(comparison);
            if (!replaces && (best.isEmpty() || order.compare(i, best.get()) < 0)) {
                best = Optional.of(i);
            }
        }
        int others = parting - 1;
        int votes = voted;
        return best.map(
                i -> new Deciding(pairs.get(i), first, one[i], second, other[i], others, votes));
    }

    private int replies(PairView pair) {
        Comparison comparison = project.content().comparisons().get(pair.ref().comparisonId());
        return comparison == null ? 0 : comparison.responseIds().size();
    }

    private static int length(PairView pair) {
        return pair.prompt().text().length() + pair.a().text().length() + pair.b().text().length();
    }

    private Column votes(String text, Optional<PairText> own) {
        Rule rule = RuleTexts.parse(text);
        SlotValues slots =
                own.map(pair -> SlotFit.of(rule, pair, concepts.concepts()))
                        .orElse(SlotValues.NONE);
        return voting.count(rule, slots, text);
    }

    private Optional<PairText> ownPair(UUID comparisonId, Ranking ranking) {
        Content content = project.content();
        Comparison comparison = comparison(comparisonId);
        return OwnPairs.of(content.promptOf(comparison), content.responsesOf(comparison), ranking);
    }

    private Comparison comparison(UUID comparisonId) {
        Comparison comparison = project.content().comparisons().get(comparisonId);
        if (comparison == null) {
            throw new ServiceException(
                    "comparison.unknown", "There is no comparison " + comparisonId + ".", "");
        }
        return comparison;
    }

    @Override
    public Optional<Gated> gate(UUID comparisonId, Candidate candidate) {
        Comparison comparison = comparison(comparisonId);
        String prompt = project.content().promptOf(comparison).text();
        return PromptGate.of(RuleTexts.parse(candidate.rule()), prompt, concepts.concepts())
                .map(
                        gate ->
                                new Gated(
                                        gate.words(),
                                        candidate(
                                                RulePrinter.print(gate.rule()),
                                                candidate.reading())))
                .filter(gated -> gated.candidate().effect().fires() < candidate.effect().fires());
    }

    @Override
    public Candidate concept(Box box, String name, List<String> words, String author) {
        String list =
                name.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_+|_+$", "");
        List<Pattern> added =
                words.stream()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .<Pattern>map(Pattern.Literal::new)
                        .toList();
        if (list.isEmpty() || added.isEmpty()) {
            throw new ServiceException(
                    "concept.empty",
                    "A word list needs a name and at least one word.",
                    "Name it, and type or mark the words that belong to it.");
        }
        List<Pattern> all =
                new ArrayList<>(concepts.concepts().patterns().getOrDefault(list, List.of()));
        added.stream().filter(pattern -> !all.contains(pattern)).forEach(all::add);
        concepts.save(list, all, author, clock.instant());
        project.changed(Change.RULES);
        return candidate(verdict(box) + "(X) when contains(X, @" + list + ")", 0);
    }

    private static String verdict(Box box) {
        return box == Box.WORSE ? "bad" : "good";
    }

    @Override
    public List<Candidate> fact(String topic, String right, String wrong) {
        if (topic.isBlank() || right.isBlank()) {
            throw new ServiceException(
                    "fact.empty",
                    "A fact needs what it is about and its right value.",
                    "For example: fee, $35.");
        }
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(candidate("good(X) when " + near(topic, right), 0));
        if (!wrong.isBlank()) {
            candidates.add(candidate("bad(X) when " + near(topic, wrong), 1));
        }
        return candidates;
    }

    private static String near(String topic, String value) {
        return "near(X, " + quoted(topic) + ", " + quoted(value) + ", " + NEAR + ")";
    }

    private static String quoted(String words) {
        return "\"" + words.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private Candidate candidate(String text, int group) {
        Weighed weighed = rules.weigh(text, SlotValues.NONE);
        return new Candidate(
                weighed.canonical(),
                weighed.sentence(),
                group,
                weighed.effect(),
                weighed.warnings(),
                false);
    }

    @Override
    public List<Candidate> similar(UUID comparisonId, Ranking ranking, Box box) {
        return ownPair(comparisonId, ranking)
                .map(pair -> OwnWords.of(pair, box))
                .orElse(List.of())
                .stream()
                .map(words -> verdict(box) + "(X) when contains(X, " + quoted(words) + ")")
                .map(rule -> candidate(rule, 0))
                .filter(candidate -> candidate.effect().fires() >= FEW)
                .filter(
                        candidate ->
                                2 * candidate.effect().agrees() >= candidate.effect().choices())
                .sorted(
                        Comparator.comparingInt(
                                        (Candidate c) ->
                                                c.effect().choices() - 2 * c.effect().agrees())
                                .thenComparingInt(c -> -c.effect().fires()))
                .limit(SHOWN)
                .toList();
    }
}
