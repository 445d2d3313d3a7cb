package dev.whetstone.services.align;

import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.model.Iterations;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.project.StoreFailures;
import dev.whetstone.store.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The policies that runs left: the run's base under the adapters of its iterations, in order.
public final class RunPolicies implements Iterations {
    @Override
    public ModelRef policy(Path project, String run, int iteration, Models models) {
        RunFolder folder = run(project, run);
        int finished = 0;
        List<Path> adapters = new ArrayList<>();
        while (finished < iteration && Files.exists(folder.iteration(finished + 1).report())) {
            finished++;
            adapters.add(folder.iteration(finished).adapter());
        }
        if (iteration < 1 || finished < iteration) {
            throw new ServiceException(
                    "model.missing",
                    folder.name()
                            + " of "
                            + project
                            + " has no finished iteration "
                            + iteration
                            + ".",
                    finished == 0
                            ? "It has none yet; see: whetstone align status PROJECT"
                            : "It has 1 to " + finished + ".");
        }
        RunRecord record = RunRecords.read(folder.settings());
        boolean starter = record.settings().base().equals(Models.STARTER);
        return new ModelRef(
                models.folder(starter ? Models.STARTER : record.base()), List.copyOf(adapters));
    }

    private static RunFolder run(Path project, String name) {
        Path artefacts =
                StoreFailures.translate(() -> ProjectFile.artefactsOf(project).toAbsolutePath());
        return RunFiles.all(artefacts).reversed().stream()
                .filter(run -> name.isEmpty() || run.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "model.missing",
                                        project
                                                + " has no alignment run"
                                                + (name.isEmpty() ? "." : " " + name + "."),
                                        "Start one with: whetstone align run PROJECT"));
    }
}
