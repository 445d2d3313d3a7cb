package dev.whetstone.services.judge;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.JudgementLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What one person's events add up to.
final class DeskLog {
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final Map<UUID, Judgement> verdicts = new LinkedHashMap<>();
    private final List<UUID> seen = new ArrayList<>();
    private final List<JudgementEvent> standing;
    private final List<JudgementEvent.Undone> redoable = new ArrayList<>();
    private final List<JudgementEvent> events;

    /// @param own all events of one person
    DeskLog(List<JudgementEvent> own) {
        this.events =
                own.stream()
                        .sorted(
                                Comparator.comparing(JudgementEvent::at)
                                        .thenComparing(JudgementEvent::id))
                        .toList();
        JudgementLog log = JudgementLog.of(own);
        this.standing = log.standing();
        log.judgements().forEach(verdict -> verdicts.put(verdict.comparisonId(), verdict));
        LinkedHashSet<UUID> order = new LinkedHashSet<>();
        for (JudgementEvent event : standing) {
            UUID comparison = comparison(event);
            order.remove(comparison);
            order.add(comparison);
            standings.put(comparison, standing(event));
        }
        verdicts.keySet().forEach(comparison -> standings.put(comparison, Standing.JUDGED));
        seen.addAll(order);
        replayUndos();
    }

    /// A fresh action clears what could be done again; an undo of an undo uses it up.
    private void replayUndos() {
        Map<UUID, JudgementEvent> byId = new HashMap<>();
        for (JudgementEvent event : events) {
            byId.put(event.id(), event);
            if (event instanceof JudgementEvent.Undone undo) {
                if (byId.get(undo.undoes()) instanceof JudgementEvent.Undone earlier) {
                    redoable.remove(earlier);
                } else {
                    redoable.add(undo);
                }
            } else {
                redoable.clear();
            }
        }
    }

    Optional<JudgementEvent> lastStanding() {
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast());
    }

    Optional<JudgementEvent.Undone> lastUndo() {
        return redoable.isEmpty() ? Optional.empty() : Optional.of(redoable.getLast());
    }

    Optional<JudgementEvent> event(UUID id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    Optional<JudgementEvent> newest() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }

    Standing standing(UUID comparison) {
        return standings.getOrDefault(comparison, Standing.NEW);
    }

    Optional<Judgement> verdict(UUID comparison) {
        return Optional.ofNullable(verdicts.get(comparison));
    }

    List<Judgement> verdicts() {
        return List.copyOf(verdicts.values());
    }

    /// Comparisons with a standing event, in the order of their newest one.
    List<UUID> seen() {
        return List.copyOf(seen);
    }

    long count(Standing kind) {
        return standings.values().stream().filter(s -> s == kind).count();
    }

    static UUID comparison(JudgementEvent event) {
        return switch (event) {
            case JudgementEvent.Judged judged -> judged.judgement().comparisonId();
            case JudgementEvent.Skipped skipped -> skipped.comparisonId();
            case JudgementEvent.Flagged flagged -> flagged.comparisonId();
            case JudgementEvent.Undone undone ->
                    throw new IllegalArgumentException("an undo has no comparison: " + undone.id());
        };
    }

    static String name(JudgementEvent event) {
        return switch (event) {
            case JudgementEvent.Judged _ -> "choice";
            case JudgementEvent.Skipped _ -> "skip";
            case JudgementEvent.Flagged _ -> "flag";
            case JudgementEvent.Undone _ -> "undo";
        };
    }

    private static Standing standing(JudgementEvent event) {
        return switch (event) {
            case JudgementEvent.Judged _ -> Standing.JUDGED;
            case JudgementEvent.Skipped _ -> Standing.SKIPPED;
            case JudgementEvent.Flagged _ -> Standing.FLAGGED;
            case JudgementEvent.Undone _ -> Standing.NEW;
        };
    }
}
