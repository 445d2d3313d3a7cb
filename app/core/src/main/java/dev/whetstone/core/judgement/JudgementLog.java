package dev.whetstone.core.judgement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Folds a stream of events into the verdicts that hold. The result depends on the set of events
/// only, never on the order in which they are given: events are sorted by time, then id.
public final class JudgementLog {
    private static final Comparator<JudgementEvent> ORDER =
            Comparator.comparing(JudgementEvent::at).thenComparing(JudgementEvent::id);

    private final List<JudgementEvent> standing;

    private JudgementLog(List<JudgementEvent> standing) {
        this.standing = standing;
    }

    public static JudgementLog of(Collection<? extends JudgementEvent> events) {
        Map<UUID, JudgementEvent> unique = new HashMap<>();
        events.forEach(event -> unique.put(event.id(), event));
        List<JudgementEvent> sorted = new ArrayList<>(unique.values());
        sorted.sort(ORDER);
        // Later events may take back earlier ones, so walk backwards: an undo counts only when it
        // was not itself undone.
        Set<UUID> undone = new HashSet<>();
        for (JudgementEvent event : sorted.reversed()) {
            if (event instanceof JudgementEvent.Undone undo && !undone.contains(undo.id())) {
                undone.add(undo.undoes());
            }
        }
        sorted.removeIf(
                event -> event instanceof JudgementEvent.Undone || undone.contains(event.id()));
        return new JudgementLog(List.copyOf(sorted));
    }

    /// The events that were not taken back, oldest first, undos left out.
    public List<JudgementEvent> standing() {
        return standing;
    }

    /// The verdicts that hold, oldest first: for each person and comparison the newest one.
    public List<Judgement> judgements() {
        Map<List<UUID>, Judgement> newest = new LinkedHashMap<>();
        for (JudgementEvent event : standing) {
            if (event instanceof JudgementEvent.Judged judged) {
                Judgement judgement = judged.judgement();
                List<UUID> key = List.of(judgement.annotatorId(), judgement.comparisonId());
                newest.remove(key);
                newest.put(key, judgement);
            }
        }
        return List.copyOf(newest.values());
    }
}
