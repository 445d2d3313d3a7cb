package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.ProjectRules;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.rule.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Explanations over the project file: a reader says what a sentence may mean, the project's votes
/// say what that would do.
public final class ProjectExplaining implements Explaining {
    private final OpenProject project;
    private final ProjectRules rules;
    private final SentenceReader reader;

    public ProjectExplaining(OpenProject project, ProjectRules rules, SentenceReader reader) {
        this.project = project;
        this.rules = rules;
        this.reader = reader;
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
                reader.read(
                        new SentenceReader.Said(
                                content.promptOf(comparison),
                                content.responsesOf(comparison),
                                ranking,
                                explanation,
                                answers));
        List<Candidate> candidates = new ArrayList<>();
        for (SentenceReader.Reading reading : understood.readings()) {
            if (!isIgnored(comparisonId, reading.rule())
                    && rules.preview(RuleRow.NO_COMPARISON, reading.rule())
                            instanceof Preview.Counted counted) {
                candidates.add(
                        new Candidate(
                                counted.canonical(),
                                counted.sentence(),
                                reading.group(),
                                counted.after(),
                                counted.warnings(),
                                reading.certain()
                                        && counted.warnings().isEmpty()
                                        && understood.questions().isEmpty()));
            }
        }
        return new Understanding(
                explanation.text(), understood.words(), candidates, understood.questions());
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
        String author =
                judgement
                        .flatMap(j -> project.with(file -> file.annotators().find(j.annotatorId())))
                        .map(annotator -> annotator.name())
                        .orElse("");
        return rules.add("", candidate.rule(), author, source);
    }

    @Override
    public void ignore(UUID comparisonId, Explanation explanation, Candidate candidate) {
        project.with(
                file -> {
                    file.settings().put(key(comparisonId, candidate.rule()), "ignored");
                    return true;
                });
    }

    private boolean isIgnored(UUID comparisonId, String rule) {
        return project.with(file -> file.settings().get(key(comparisonId, rule))).isPresent();
    }

    private static String key(UUID comparisonId, String rule) {
        return "ignored." + comparisonId + "." + ContentHash.of(rule).hex().substring(0, 16);
    }
}
