package dev.whetstone.store.exporting;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.store.content.ImportedScore;
import dev.whetstone.store.project.ProjectFile;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Looks up what judgements are about.
final class ProjectContent {
    private final ProjectFile project;
    private final Map<UUID, String> annotators = new HashMap<>();

    ProjectContent(ProjectFile project) {
        this.project = project;
        for (Annotator annotator : project.annotators().all()) {
            annotators.put(annotator.id(), annotator.name());
        }
    }

    /// A judgement's comparison.
    ///
    /// @param responses in stored order
    record Judged(Prompt prompt, List<Response> responses, String annotator) {}

    Judged of(Judgement judgement) {
        Compared compared = comparison(judgement.comparisonId());
        return new Judged(
                compared.prompt(),
                compared.responses(),
                annotators.getOrDefault(judgement.annotatorId(), ""));
    }

    /// A comparison with its texts.
    record Compared(Prompt prompt, List<Response> responses) {}

    Compared comparison(UUID id) {
        Comparison comparison =
                project.comparisons().find(id).orElseThrow(() -> missing("comparison", id));
        Prompt prompt =
                project.prompts()
                        .find(comparison.promptId())
                        .orElseThrow(() -> missing("prompt", comparison.promptId()));
        return new Compared(prompt, comparison.responseIds().stream().map(this::response).toList());
    }

    private Response response(UUID id) {
        return project.responses().find(id).orElseThrow(() -> missing("response", id));
    }

    List<ImportedScore> scores(Response response) {
        return project.importedScores().ofResponse(response.id());
    }

    /// The response with its imported `score`, if it has one.
    Scored scored(Response response) {
        double score =
                scores(response).stream()
                        .filter(imported -> imported.source().equals("score"))
                        .mapToDouble(ImportedScore::score)
                        .findFirst()
                        .orElse(Double.NaN);
        return new Scored(response.text(), response.origin(), score);
    }

    private static StoreException missing(String what, UUID id) {
        return new StoreException(
                StoreError.DAMAGED, "the project lacks the %s %s".formatted(what, id));
    }
}
