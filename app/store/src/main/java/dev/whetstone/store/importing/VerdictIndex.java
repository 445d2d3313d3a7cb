package dev.whetstone.store.importing;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.store.content.ContentIds;
import dev.whetstone.store.project.ProjectFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The verdicts that a project has on the comparisons of a file, to find rows that repeat one.
final class VerdictIndex {
    private final ProjectFile project;
    private final Map<UUID, List<Known>> byComparison = new HashMap<>();

    VerdictIndex(ProjectFile project) {
        this.project = project;
    }

    private record Known(UUID annotatorId, VerdictKey key, Instant at) {}

    /// How a row says when it was judged.
    enum Time {
        GIVEN,
        UNKNOWN
    }

    /// Whether the judgement's annotator has given this verdict already; the time counts when the
    /// row gives one.
    boolean repeats(Judgement judgement, Time time) {
        VerdictKey key = VerdictKey.of(judgement);
        return known(judgement.comparisonId()).stream()
                .anyMatch(
                        known ->
                                known.annotatorId().equals(judgement.annotatorId())
                                        && known.key().equals(key)
                                        && (time == Time.UNKNOWN
                                                || known.at().equals(judgement.judgedAt())));
    }

    boolean hasJudged(UUID annotatorId, UUID comparisonId) {
        return known(comparisonId).stream()
                .anyMatch(known -> known.annotatorId().equals(annotatorId));
    }

    void add(Judgement judgement) {
        known(judgement.comparisonId())
                .add(
                        new Known(
                                judgement.annotatorId(),
                                VerdictKey.of(judgement),
                                judgement.judgedAt()));
    }

    /// Nobody in particular may be several people: two verdicts of a nameless judge on one
    /// comparison that differ are two judges, `name` and `name (2)`.
    ///
    /// @return the first of them who has not judged this comparison, or has given this verdict
    String judge(String name, Judgement judgement) {
        int n = 1;
        while (true) {
            String numbered = n == 1 ? name : "%s (%d)".formatted(name, n);
            UUID id = ContentIds.annotator(numbered);
            if (!hasJudged(id, judgement.comparisonId())
                    || repeats(Judgements.by(judgement, id), Time.UNKNOWN)) {
                return numbered;
            }
            n++;
        }
    }

    private List<Known> known(UUID comparisonId) {
        return byComparison.computeIfAbsent(comparisonId, this::load);
    }

    private List<Known> load(UUID comparisonId) {
        List<Known> list = new ArrayList<>();
        for (JudgementEvent event : project.judgements().ofComparison(comparisonId)) {
            if (event instanceof JudgementEvent.Judged judged) {
                Judgement judgement = judged.judgement();
                list.add(
                        new Known(
                                judgement.annotatorId(),
                                VerdictKey.of(judgement),
                                judgement.judgedAt()));
            }
        }
        return list;
    }
}
