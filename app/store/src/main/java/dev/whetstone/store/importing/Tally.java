package dev.whetstone.store.importing;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.store.importing.row.RowFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Counts for the report while rows go by.
final class Tally {
    private final Set<UUID> prompts = new HashSet<>();
    private final Set<UUID> responses = new HashSet<>();
    private final Set<UUID> comparisons = new HashSet<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private long judgements;
    private long duplicates;
    private long ties;
    private long bothBad;
    private long strengths;
    private long explanations;
    private long scores;
    private long absolute;
    private long spans;
    private long skipped;

    void prompt(UUID id) {
        prompts.add(id);
    }

    void response(UUID id, int scoresGiven) {
        responses.add(id);
        scores += scoresGiven;
    }

    void judged(UUID comparisonId) {
        comparisons.add(comparisonId);
    }

    void duplicate() {
        duplicates++;
    }

    void skipped() {
        skipped++;
    }

    void rejected(Rejection rejection) {
        rejected.add(rejection);
    }

    List<Rejection> rejected() {
        return rejected;
    }

    void judgement(Judgement judgement) {
        judgements++;
        bothBad += judgement.bothBad() ? 1 : 0;
        ties += judgement.ranking().hasTie() && !judgement.bothBad() ? 1 : 0;
        strengths += judgement.strength() == Strength.UNSAID ? 0 : 1;
        absolute += judgement.acceptable() == Acceptable.UNSAID ? 0 : 1;
        explanations += judgement.explanation().text().isBlank() ? 0 : 1;
        spans += judgement.explanation().spans().size();
    }

    ImportReport report(String file, RowFormat format, ImportAs as) {
        return new ImportReport(
                file,
                format.wireName(),
                as.wireName(),
                prompts.size(),
                responses.size(),
                comparisons.size(),
                judgements,
                duplicates,
                ties,
                bothBad,
                strengths,
                explanations,
                0,
                scores,
                absolute,
                spans,
                skipped,
                rejected);
    }
}
