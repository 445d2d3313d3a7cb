package dev.whetstone.store.importing;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.store.content.ImportedScore;
import dev.whetstone.store.importing.row.Candidate;
import dev.whetstone.store.importing.row.ImportedRow;
import dev.whetstone.store.importing.row.Verdict;
import dev.whetstone.store.project.ProjectFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Writes rows into a project, inside the caller's transaction.
final class RowCommitter {
    private final ProjectFile project;
    private final ImportAs as;
    private final String annotator;
    private final VerdictIndex verdicts;
    private final Tally tally;
    private Instant now;

    /// @param annotator who judged, over what rows say; empty to take the rows' names
    RowCommitter(ProjectFile project, ImportAs as, String annotator, Tally tally, Instant now) {
        this.project = project;
        this.as = as;
        this.annotator = annotator;
        this.verdicts = new VerdictIndex(project);
        this.tally = tally;
        this.now = now;
    }

    void add(ImportedRow row) {
        Prompt prompt = project.prompts().add(row.turns(), row.source());
        tally.prompt(prompt.id());
        if (as == ImportAs.PROMPTS) {
            return;
        }
        List<Response> stored = new ArrayList<>();
        for (Candidate candidate : row.responses()) {
            stored.add(store(prompt.id(), candidate));
        }
        if (as == ImportAs.RESPONSES) {
            compare(prompt.id(), distinct(stored));
        } else if (row.verdict() instanceof Verdict.Given verdict) {
            judge(prompt.id(), row, stored, verdict);
        } else {
            compare(prompt.id(), distinct(stored));
            tally.skipped();
        }
    }

    private Response store(UUID promptId, Candidate candidate) {
        Response response = project.responses().add(promptId, candidate.text(), candidate.origin());
        candidate
                .scores()
                .forEach(
                        (source, score) ->
                                project.importedScores()
                                        .put(new ImportedScore(response.id(), source, score)));
        tally.response(response.id(), candidate.scores().size());
        return response;
    }

    private static List<UUID> distinct(List<Response> responses) {
        return List.copyOf(new LinkedHashSet<>(responses.stream().map(Response::id).toList()));
    }

    private void compare(UUID promptId, List<UUID> responses) {
        if (responses.size() >= 2 && responses.size() <= Comparison.MAX_RESPONSES) {
            project.comparisons().add(promptId, responses);
        }
    }

    private void judge(
            UUID promptId, ImportedRow row, List<Response> stored, Verdict.Given verdict) {
        // More responses than a comparison holds: those that were ranked.
        List<Integer> used =
                IntStream.range(0, stored.size())
                        .filter(
                                i ->
                                        stored.size() <= Comparison.MAX_RESPONSES
                                                || verdict.ranking().ranks(i))
                        .boxed()
                        .toList();
        List<UUID> ids = distinct(used.stream().map(stored::get).toList());
        if (ids.size() < 2) {
            tally.skipped();
            return;
        }
        Comparison comparison = project.comparisons().add(promptId, ids);
        boolean timed = !verdict.judgedAt().equals(Verdict.NO_TIME);
        var judgement =
                Judgements.of(
                        verdict,
                        placed(comparison, row, stored),
                        timed ? verdict.judgedAt() : tick());
        if (judgement.isEmpty()) {
            tally.skipped();
            return;
        }
        tally.judged(comparison.id());
        append(
                judgement.get(),
                verdict.annotator(),
                timed ? VerdictIndex.Time.GIVEN : VerdictIndex.Time.UNKNOWN);
    }

    private static Judgements.Placed placed(
            Comparison comparison, ImportedRow row, List<Response> stored) {
        List<Integer> positions = new ArrayList<>();
        List<Integer> shifts = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            positions.add(comparison.responseIds().indexOf(stored.get(i).id()));
            shifts.add(
                    leadingSpace(stored.get(i).text())
                            - leadingSpace(row.responses().get(i).text()));
        }
        return new Judgements.Placed(comparison.id(), positions, shifts);
    }

    private static int leadingSpace(String text) {
        return text.length() - text.stripLeading().length();
    }

    private void append(Judgement verdict, String named, VerdictIndex.Time time) {
        String name;
        if (!named.isEmpty() && annotator.isEmpty()) {
            name = named;
        } else {
            name = verdicts.judge(annotator.isEmpty() ? as.defaultAnnotator() : annotator, verdict);
        }
        UUID annotatorId = project.annotators().add(name).id();
        Judgement judgement = Judgements.identified(Judgements.by(verdict, annotatorId));
        if (verdicts.repeats(judgement, time)) {
            tally.duplicate();
            return;
        }
        project.judgements().append(new JudgementEvent.Judged(judgement.id(), judgement));
        verdicts.add(judgement);
        tally.judgement(judgement);
    }

    /// Rows without a time were judged in the order of the file.
    private Instant tick() {
        now = now.plusNanos(1000);
        return now;
    }
}
