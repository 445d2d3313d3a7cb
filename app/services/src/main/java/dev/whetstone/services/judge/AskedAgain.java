package dev.whetstone.services.judge;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.services.project.OpenProject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Comparisons that somebody wants to be judged again. A verdict answers the question when it is
/// later; the earlier one stays known.
public final class AskedAgain {
    private static final String PREFIX = "desk.again.";

    private final OpenProject project;
    private final InstantSource clock;

    public AskedAgain(OpenProject project, InstantSource clock) {
        this.project = project;
        this.clock = clock;
    }

    /// Everyone who judged the comparison until now finds it in the queue again.
    public void ask(UUID comparison) {
        project.with(
                file -> {
                    file.settings().put(PREFIX + comparison, clock.instant().toString());
                    return true;
                });
    }

    /// Those that somebody who judged them before has not judged since they were asked again.
    public Set<UUID> open() {
        Map<UUID, Instant> asked = all();
        Set<UUID> open = new HashSet<>();
        if (!asked.isEmpty()) {
            for (Judgement verdict : project.judgements()) {
                Instant at = asked.get(verdict.comparisonId());
                if (at != null && isDue(verdict, at)) {
                    open.add(verdict.comparisonId());
                }
            }
        }
        return open;
    }

    /// When each comparison was asked again last.
    Map<UUID, Instant> all() {
        Map<UUID, Instant> all = new TreeMap<>();
        project.with(file -> file.settings().all())
                .forEach(
                        (key, at) -> {
                            if (key.startsWith(PREFIX)) {
                                all.put(
                                        UUID.fromString(key.substring(PREFIX.length())),
                                        Instant.parse(at));
                            }
                        });
        return all;
    }

    /// Whether the verdict is older than the question.
    static boolean isDue(Judgement verdict, Instant asked) {
        return verdict.judgedAt().isBefore(asked);
    }
}
