package dev.whetstone.services.explain;

import dev.whetstone.core.explain.SlotFit;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.rules.Weighed;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Explanations over the project file: a reader says what a sentence may mean, the project's votes
/// say what that would do.
public final class ProjectExplaining implements Explaining {
    /// Rules that touch what most sentences speak of: length, lists, wording, tone, what was asked.
    private static final List<String> TYPICAL =
            List.of(
                    "prefer lower words(X)",
                    "bad(X) when asks_for(P, bullets) and list_items(X) = 0",
                    "bad(X) when not mentions(X, \"please\")",
                    "prefer higher sentiment(X)",
                    "bad(X) when near(X, @guarantee, @coverage, 8)");

    /// What people often write: read ahead, since the first sentences take the longest.
    private static final List<String> SENTENCES =
            List.of(
                    "too long",
                    "it does not mention the deductible",
                    "the prompt asked for a bullet list and the response didn't include one",
                    "the tone is rude and it never says sorry",
                    "promises cover before the survey, and no next steps are given",
                    "more than 60 words and too many exclamation marks");

    /// Explanations that are read before anybody asks for them.
    private static final int READ_AHEAD = 100;

    /// Some 20 MB of readings.
    private static final int REMEMBERED = 20_000;

    private final ReadingCache readings = new ReadingCache(REMEMBERED);
    private final OpenProject project;
    private final ProjectRules rules;
    private final SentenceReader reader;
    private final Clarifying clarifying;
    private final Supplier<ExplanationFile> sentences;

    /// @param sentences reads explanations that belong to no comparison
    public ProjectExplaining(
            OpenProject project,
            ProjectRules rules,
            SentenceReader reader,
            Clarifying clarifying,
            Supplier<ExplanationFile> sentences) {
        this.sentences = sentences;
        this.project = project;
        this.rules = rules;
        this.reader = reader;
        this.clarifying = clarifying;
    }

    @Override
    public void prepare() {
        for (String rule : TYPICAL) {
            Weighed unused = rules.weigh(rule, SlotValues.NONE);
        }
        Content content = project.content();
        content.comparisons().values().stream()
                .findFirst()
                .ifPresent(
                        comparison -> SENTENCES.forEach(each -> read(content, comparison, each)));
        project.judgements().stream()
                .filter(judgement -> !judgement.explanation().text().isBlank())
                .limit(READ_AHEAD)
                .forEach(judgement -> read(content, judgement));
    }

    private void read(Content content, Comparison comparison, String sentence) {
        SentenceReader.Understood unused =
                read(
                        content,
                        comparison,
                        Ranking.prefer(0, 1),
                        new Explanation(Box.WORSE, sentence, List.of(), List.of()),
                        Map.of());
    }

    private void read(Content content, Judgement judgement) {
        Comparison comparison = content.comparisons().get(judgement.comparisonId());
        if (comparison != null) {
            SentenceReader.Understood unused =
                    read(
                            content,
                            comparison,
                            judgement.ranking(),
                            judgement.explanation(),
                            Map.of());
        }
    }

    @Override
    public Understanding understand(
            UUID comparisonId,
            Ranking ranking,
            Explanation explanation,
            Map<String, String> answers) {
        if (explanation.text().isBlank()) {
            return Understanding.nothing(explanation.text());
        }
        Content content = project.content();
        Comparison comparison = content.comparisons().get(comparisonId);
        if (comparison == null) {
            throw new ServiceException(
                    "comparison.unknown", "There is no comparison " + comparisonId + ".", "");
        }
        SentenceReader.Understood understood =
                read(content, comparison, ranking, explanation, answers);
        List<Candidate> candidates = new ArrayList<>();
        for (SentenceReader.Reading reading : understood.readings()) {
            if (!isIgnored(comparisonId, reading.rule())) {
                Weighed weighed =
                        rules.weigh(
                                reading.rule(),
                                slots(content, comparison, ranking, reading.rule()));
                List<String> cautions = new ArrayList<>(reading.cautions());
                cautions.addAll(weighed.warnings());
                candidates.add(
                        new Candidate(
                                weighed.canonical(),
                                weighed.sentence(),
                                reading.group(),
                                weighed.effect(),
                                cautions,
                                reading.certain()
                                        && cautions.isEmpty()
                                        && understood.questions().isEmpty()));
            }
        }
        return new Understanding(
                explanation.text(), understood.words(), candidates, understood.questions());
    }

    private SentenceReader.Understood read(
            Content content,
            Comparison comparison,
            Ranking ranking,
            Explanation explanation,
            Map<String, String> answers) {
        return readings.get(
                new ReadingCache.Key(
                        comparison.id(),
                        ranking,
                        explanation.box(),
                        explanation.text(),
                        answers,
                        rules.wordListsFingerprint()),
                () ->
                        reader.read(
                                new SentenceReader.Said(
                                        content.promptOf(comparison),
                                        content.responsesOf(comparison),
                                        ranking,
                                        explanation,
                                        answers)));
    }

    @Override
    public Clarifying clarifying() {
        return clarifying;
    }

    @Override
    public Asking asking() {
        return new ProjectAsking(this, project, rules);
    }

    @Override
    public ExplanationFile sentences() {
        return sentences.get();
    }

    @Override
    public UUID accept(UUID comparisonId, Explanation explanation, Candidate candidate) {
        Optional<Judgement> judgement =
                project.judgements().stream()
                        .filter(j -> j.comparisonId().equals(comparisonId))
                        .filter(j -> j.explanation().text().equals(explanation.text()))
                        .findFirst();
        RuleSource source =
                judgement
                        .<RuleSource>map(j -> new RuleSource.Explained(j.id()))
                        .orElseGet(RuleSource.Written::new);
        String author = judgement.map(this::author).orElse("");
        Content content = project.content();
        Comparison comparison = content.comparisons().get(comparisonId);
        SlotValues slots =
                comparison == null || judgement.isEmpty()
                        ? SlotValues.NONE
                        : slots(content, comparison, judgement.get().ranking(), candidate.rule());
        UUID rule = rules.add(candidate.rule(), author, source, slots);
        if (judgement.isEmpty()) {
            project.with(
                    file -> {
                        file.settings().put(accepted(comparisonId) + rule, "");
                        return true;
                    });
        }
        return rule;
    }

    /// Slots as the pair suggests them that the rule came from.
    private SlotValues slots(Content content, Comparison comparison, Ranking ranking, String text) {
        Rule rule = RuleTexts.parse(text);
        return OwnPairs.of(content.promptOf(comparison), content.responsesOf(comparison), ranking)
                .map(pair -> SlotFit.of(rule, pair, rules.wordLists()))
                .orElse(SlotValues.NONE);
    }

    @Override
    public void judged(UUID comparisonId) {
        String prefix = accepted(comparisonId);
        List<String> keys =
                project.with(file -> file.settings().all()).keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .toList();
        if (keys.isEmpty()) {
            return;
        }
        Optional<Judgement> judgement =
                project.judgements().stream()
                        .filter(j -> j.comparisonId().equals(comparisonId))
                        .filter(j -> !j.explanation().text().isBlank())
                        .reduce((first, second) -> second);
        for (String key : keys) {
            UUID rule = UUID.fromString(key.substring(prefix.length()));
            judgement.ifPresent(j -> rules.explained(rule, author(j), j.id()));
            project.with(
                    file -> {
                        file.settings().remove(key);
                        return true;
                    });
        }
    }

    private static String accepted(UUID comparisonId) {
        return "accepted." + comparisonId + ".";
    }

    private String author(Judgement judgement) {
        return project.with(file -> file.annotators().find(judgement.annotatorId()))
                .map(annotator -> annotator.name())
                .orElse("");
    }

    @Override
    public List<Waiting> waiting(ReadingProgress progress) {
        Set<Rule> known = known();
        List<Waiting> waiting = new ArrayList<>();
        List<Judgement> explained =
                project.judgements().stream()
                        .filter(judgement -> !judgement.explanation().text().isBlank())
                        .toList();
        int done = 0;
        for (Judgement judgement : explained) {
            progress.read(done++, explained.size());
            Explanation explanation = judgement.explanation();
            Understanding understood =
                    understand(
                            judgement.comparisonId(), judgement.ranking(), explanation, Map.of());
            List<Candidate> open = understood.candidates();
            if (!open.isEmpty()
                    && open.stream().noneMatch(one -> known.contains(normal(one.rule())))) {
                waiting.add(
                        new Waiting(
                                judgement.comparisonId(),
                                explanation,
                                author(judgement),
                                open,
                                reasons(understood)));
            }
        }
        return waiting;
    }

    private static List<String> reasons(Understanding understood) {
        List<String> reasons = new ArrayList<>(understood.candidates().getFirst().cautions());
        understood.questions().forEach(question -> reasons.add("asks: " + question.text()));
        List<String> unknown =
                understood.words().stream()
                        .filter(word -> word.use() == Word.Use.UNKNOWN)
                        .map(
                                word ->
                                        "“"
                                                + understood
                                                        .text()
                                                        .substring(word.start(), word.end())
                                                + "”")
                        .toList();
        if (!unknown.isEmpty()) {
            reasons.add("not understood: " + String.join(", ", unknown));
        }
        return reasons;
    }

    @Override
    public void ignore(UUID comparisonId, Explanation explanation, Candidate candidate) {
        ignore(comparisonId, candidate.rule());
    }

    void ignore(UUID comparisonId, String rule) {
        project.with(
                file -> {
                    file.settings().put(key(comparisonId, rule), "ignored");
                    return true;
                });
    }

    void unignore(UUID comparisonId, String rule) {
        project.with(
                file -> {
                    file.settings().remove(key(comparisonId, rule));
                    return true;
                });
    }

    /// Whether a rule of the project says what the candidate would.
    boolean isKnown(Candidate candidate) {
        return known().contains(normal(candidate.rule()));
    }

    @Override
    public Acceptance acceptSafe() {
        Set<Rule> known = known();
        List<UUID> added = new ArrayList<>();
        int explanations = 0;
        int supported = 0;
        int waiting = 0;
        int unread = 0;
        for (Judgement judgement : project.judgements()) {
            Explanation explanation = judgement.explanation();
            if (explanation.text().isBlank()) {
                continue;
            }
            explanations++;
            Understanding understood =
                    understand(
                            judgement.comparisonId(), judgement.ranking(), explanation, Map.of());
            Optional<Candidate> safe =
                    understood.candidates().stream().filter(Candidate::safe).findFirst();
            if (safe.isEmpty()) {
                waiting += understood.candidates().isEmpty() ? 0 : 1;
                unread += understood.candidates().isEmpty() ? 1 : 0;
            } else if (known.add(normal(safe.get().rule()))) {
                added.add(accept(judgement.comparisonId(), explanation, safe.get()));
            } else {
                supported++;
            }
        }
        return new Acceptance(explanations, added, supported, waiting, unread);
    }

    /// What the project's rules say already, whatever their state.
    private Set<Rule> known() {
        Set<Rule> known = new HashSet<>();
        rules.texts().forEach(text -> known.add(normal(text)));
        return known;
    }

    private static Rule normal(String text) {
        return NormalForm.ofVotes(RuleTexts.parse(text));
    }

    private boolean isIgnored(UUID comparisonId, String rule) {
        return project.with(file -> file.settings().get(key(comparisonId, rule))).isPresent();
    }

    private static String key(UUID comparisonId, String rule) {
        return "ignored." + comparisonId + "." + ContentHash.of(rule).hex().substring(0, 16);
    }
}
