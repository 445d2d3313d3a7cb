package dev.whetstone.services.judge;

import dev.whetstone.services.project.OpenProject;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Comparisons that no reward model is trained on: a note beside the judgements, which stay as they
/// are and go on to count in every figure. It can be taken back at any time.
public final class LeftOut {
    private static final String PREFIX = "training.left-out.";

    private final OpenProject project;
    private final InstantSource clock;

    public LeftOut(OpenProject project, InstantSource clock) {
        this.project = project;
        this.clock = clock;
    }

    public void leaveOut(UUID comparison) {
        project.with(
                file -> {
                    file.settings().put(PREFIX + comparison, clock.instant().toString());
                    return true;
                });
    }

    public void takeIn(UUID comparison) {
        project.with(
                file -> {
                    file.settings().remove(PREFIX + comparison);
                    return true;
                });
    }

    public Set<UUID> all() {
        return project.with(file -> file.settings().all()).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> UUID.fromString(key.substring(PREFIX.length())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
