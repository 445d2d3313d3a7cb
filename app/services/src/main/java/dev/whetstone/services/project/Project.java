package dev.whetstone.services.project;

import dev.whetstone.services.job.Subscription;
import java.nio.file.Path;
import java.util.function.Consumer;

/// An open project. One program at a time holds it; closing lets it go.
public interface Project extends AutoCloseable {
    Path file();

    /// The sibling folder for large artefacts; made on first use.
    Path artefacts();

    /// Counts; takes some milliseconds on large projects, so not for a screen's thread.
    ProjectInfo info();

    /// What experts agreed to look for, in Markdown; empty when nothing is written.
    String guidelines();

    /// @throws dev.whetstone.services.failure.ServiceException `guidelines.long` above 100,000
    ///     characters
    void setGuidelines(String text);

    /// Hears of changes after they are durable, on the thread that made them.
    Subscription onChange(Consumer<Change> listener);

    /// Writes a copy that was verified.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException when `target` exists
    void backup(Path target);

    @Override
    void close();
}
