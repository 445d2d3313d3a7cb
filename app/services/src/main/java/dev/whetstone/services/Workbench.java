package dev.whetstone.services;

import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.model.ModelInfo;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.project.CheckReport;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.worker.Engine;
import dev.whetstone.services.worker.ModelRuntime;
import java.nio.file.Path;
import java.util.List;

/// The application without a screen. Methods that touch files throw
/// [dev.whetstone.services.failure.ServiceException] with codes such as `project.locked`,
/// `project.newer`, `project.invalid`, `file.exists`, `file.missing`.
public interface Workbench extends AutoCloseable {
    Jobs jobs();

    /// Runs model jobs that belong to no project.
    ModelRuntime runtime();

    /// The process behind [#runtime].
    Engine engine();

    /// The libraries that compute, and which of them are used.
    Engines engines();

    Models models();

    SentenceEncoder encoder();

    /// Makes an empty project and opens it.
    ProjectServices create(Path file);

    /// Opens a project for this program alone. An older one is migrated after a verified backup.
    ProjectServices open(Path file);

    /// Looks for damage; with `REPAIR` mends what can be mended, after a backup.
    CheckReport check(Path file, Repair repair);

    /// Makes a project with the bundled sample: prompts, responses, the sample expert's judgements.
    JobHandle<Path> createSample(Path file);

    /// Policies that can be named without a folder.
    List<ModelInfo> bundledModels();

    @Override
    void close();

    /// Whether a check may write.
    enum Repair {
        REPORT,
        REPAIR
    }
}
