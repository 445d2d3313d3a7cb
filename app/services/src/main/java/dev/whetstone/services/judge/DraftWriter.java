package dev.whetstone.services.judge;

import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.judgement.Draft;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes drafts behind the typist's back, the newest of each comparison only.
final class DraftWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftWriter.class);

    private final OpenProject project;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Map<UUID, Draft> pending = new HashMap<>();

    DraftWriter(OpenProject project) {
        this.project = project;
    }

    synchronized void save(Draft draft) {
        boolean queued = pending.put(draft.comparisonId(), draft) != null;
        if (!queued) {
            executor.execute(() -> write(draft.comparisonId()));
        }
    }

    /// Forgets a draft, written or not.
    synchronized void remove(UUID annotator, UUID comparison) {
        pending.remove(comparison);
        project.with(
                file -> {
                    file.drafts().remove(annotator, comparison);
                    return true;
                });
    }

    /// Held while writing, so that a removal cannot come between taking and writing.
    private synchronized void write(UUID comparison) {
        Draft draft = pending.remove(comparison);
        if (draft == null) {
            return;
        }
        try {
            project.with(
                    file -> {
                        file.drafts().save(draft);
                        return true;
                    });
        } catch (dev.whetstone.services.failure.ServiceException e) {
            LOG.warn("a draft could not be kept: {}", e.text(), e);
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
