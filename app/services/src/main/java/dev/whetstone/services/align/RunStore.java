package dev.whetstone.services.align;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.derived.AlignIteration;
import dev.whetstone.store.derived.AlignRun;
import dev.whetstone.store.derived.IterationState;
import java.time.Instant;
import java.util.Map;

/// What the project file itself knows of runs: settings, reports, and adapters by hash.
final class RunStore {
    private RunStore() {}

    /// Does nothing when the project knows the run.
    static void started(OpenProject project, RunRecord run) {
        project.with(
                file -> {
                    if (file.alignRuns().all().stream().anyMatch(r -> r.id().equals(run.id()))) {
                        return false;
                    }
                    file.alignRuns()
                            .start(new AlignRun(run.id(), from(run), json(run), run.started()));
                    return true;
                });
    }

    private static ContentHash from(RunRecord run) {
        return ContentHash.of(
                run.base(), String.valueOf(run.rewardVersion()), run.rules(), json(run.settings()));
    }

    static void finished(
            OpenProject project,
            RunRecord run,
            RunFolder folder,
            IterationReport report,
            Instant now) {
        project.with(
                file -> {
                    if (file.alignRuns().iteration(run.id(), report.iteration()).isPresent()) {
                        return false;
                    }
                    ContentHash adapter =
                            file.artefacts().put(folder.iteration(report.iteration()).adapter());
                    file.alignRuns()
                            .save(
                                    new AlignIteration(
                                            run.id(),
                                            report.iteration(),
                                            IterationState.DONE,
                                            from(run),
                                            Map.of("adapter", adapter),
                                            json(report),
                                            now));
                    return true;
                });
    }

    /// Iterations up to the kept one are kept, later ones rolled back.
    static void kept(OpenProject project, RunRecord run) {
        project.with(
                file -> {
                    for (AlignIteration iteration : file.alignRuns().iterations(run.id())) {
                        file.alignRuns()
                                .save(
                                        new AlignIteration(
                                                iteration.runId(),
                                                iteration.number(),
                                                iteration.number() <= run.kept()
                                                        ? IterationState.KEPT
                                                        : IterationState.ROLLED_BACK,
                                                iteration.from(),
                                                iteration.artefacts(),
                                                iteration.report(),
                                                iteration.at()));
                    }
                    return true;
                });
    }

    private static String json(Object value) {
        try {
            return JsonFiles.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run can always be written", e);
        }
    }
}
