package dev.whetstone.engine.worker;

import dev.whetstone.engine.control.MemoryShortage;
import dev.whetstone.runtime.worker.Reply;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a failure that no handler foresaw is called.
final class Failures {
    private static final int LONGEST = 500;
    private static final String LESS_MEMORY =
            "Use fewer pairs or prompts at once, shorter texts, or a smaller model.";

    private Failures() {}

    static Reply.Failed reply(String id, Throwable failure) {
        return switch (failure) {
            case Throwable e when MemoryShortage.isBehind(e) -> outOfMemory(id, e);
            case NoSuchFileException e ->
                    new Reply.Failed(id, "file.missing", "There is no file " + e.getFile(), "");
            case AccessDeniedException e ->
                    new Reply.Failed(id, "file.access", "No permission for " + e.getFile(), "");
            case FileSystemException e -> new Reply.Failed(id, "file", oneLine(e), "");
            case java.io.IOException e -> new Reply.Failed(id, "file", oneLine(e), "");
            default ->
                    new Reply.Failed(
                            id,
                            "internal",
                            failure.getClass().getSimpleName() + ": " + oneLine(failure),
                            "The worker's log has the details.");
        };
    }

    /// The first line of the message, cut to a length that a status bar can hold.
    static String oneLine(Throwable failure) {
        var message = failure.getMessage();
        var line =
                message == null
                        ? failure.getClass().getSimpleName()
                        : message.lines().findFirst().orElse("");
        return cut(line);
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static Reply.Failed outOfMemory(String id, Throwable failure) {
        return new Reply.Failed(
                id,
                "out-of-memory",
                "Memory ran out: " + cut(MemoryShortage.line(failure)),
                LESS_MEMORY);
    }
}
