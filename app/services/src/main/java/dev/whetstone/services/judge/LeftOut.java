package dev.whetstone.services.judge;

import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentHash;
import java.time.InstantSource;
import java.util.List;
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

    /// Those of the project's comparisons; a note on anything else is passed over.
    public Set<UUID> all() {
        Set<String> noted = project.with(file -> file.settings().all()).keySet();
        return project.content().comparisons().keySet().stream()
                .filter(comparison -> noted.contains(PREFIX + comparison))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The hash of what is trained on.
    ///
    /// @param labels hash of all labels
    public String without(String labels) {
        List<UUID> sorted = all().stream().sorted().toList();
        if (sorted.isEmpty()) {
            return labels;
        }
        ContentHash.Builder hash = ContentHash.builder().add(labels);
        sorted.forEach(hash::add);
        return hash.build().hex();
    }
}
