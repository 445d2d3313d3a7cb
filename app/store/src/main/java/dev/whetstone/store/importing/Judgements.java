package dev.whetstone.store.importing;

import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.importing.row.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Judgements out of the verdicts of rows.
final class Judgements {
    private static final UUID NOBODY = new UUID(0, 0);

    private Judgements() {}

    /// Where the responses of a row went.
    ///
    /// @param comparisonId the comparison they form
    /// @param positions stored position by the row's index
    /// @param shifts by how much spans move, by the row's index: the stored text may have other
    ///     outer white space
    record Placed(UUID comparisonId, List<Integer> positions, List<Integer> shifts) {}

    /// The verdict over stored positions, of nobody yet; empty when it puts one text into two
    /// tiers, which says nothing.
    static Optional<Judgement> of(Verdict.Given verdict, Placed placed, Instant at) {
        List<List<Integer>> tiers = new ArrayList<>();
        LinkedHashSet<Integer> ranked = new LinkedHashSet<>();
        for (List<Integer> tier : verdict.ranking().tiers()) {
            List<Integer> positions =
                    tier.stream().map(placed.positions()::get).distinct().sorted().toList();
            for (int position : positions) {
                if (!ranked.add(position)) {
                    return Optional.empty();
                }
            }
            tiers.add(positions);
        }
        return Optional.of(
                new Judgement(
                        NOBODY,
                        placed.comparisonId(),
                        NOBODY,
                        at,
                        new Ranking(tiers),
                        verdict.strength(),
                        verdict.acceptable(),
                        verdict.bothBad(),
                        explanation(verdict.explanation(), placed),
                        verdict.shown().stream().map(placed.positions()::get).distinct().toList(),
                        verdict.certainty()));
    }

    private static Explanation explanation(Explanation explanation, Placed placed) {
        List<EvidenceSpan> spans = new ArrayList<>();
        for (EvidenceSpan span : explanation.spans()) {
            int shift = placed.shifts().get(span.response());
            int end = span.end() + shift;
            if (end > 0) {
                spans.add(
                        new EvidenceSpan(
                                placed.positions().get(span.response()),
                                Math.max(span.start() + shift, 0),
                                end));
            }
        }
        return new Explanation(explanation.box(), explanation.text(), spans, explanation.tags());
    }

    static Judgement by(Judgement judgement, UUID annotatorId) {
        return with(judgement, judgement.id(), annotatorId);
    }

    /// An id made of the content, so that two imports of one verdict give one event.
    static Judgement identified(Judgement judgement) {
        UUID id =
                ContentHash.builder()
                        .add("judgement")
                        .add(judgement.comparisonId())
                        .add(judgement.annotatorId())
                        .add(judgement.judgedAt().toString())
                        .add(VerdictKey.of(judgement).hash())
                        .build()
                        .id();
        return with(judgement, id, judgement.annotatorId());
    }

    private static Judgement with(Judgement judgement, UUID id, UUID annotatorId) {
        return new Judgement(
                id,
                judgement.comparisonId(),
                annotatorId,
                judgement.judgedAt(),
                judgement.ranking(),
                judgement.strength(),
                judgement.acceptable(),
                judgement.bothBad(),
                judgement.explanation(),
                judgement.shown(),
                judgement.certainty());
    }
}
