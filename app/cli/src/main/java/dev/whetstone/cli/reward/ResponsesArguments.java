package dev.whetstone.cli.reward;

import dev.whetstone.cli.shell.ForceOption;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A project's reward model, a file of responses, and a file for what it says of them.
final class ResponsesArguments {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE.jsonl",
            description = "Lines with a prompt and its response, or responses.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "All rows with their scores.")
    private Path out = Path.of("");

    @Mixin private ForceOption force = new ForceOption();

    Path project() {
        return project;
    }

    Path in() {
        return in;
    }

    /// Checks that it may be written.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `file.exists`
    Path out() {
        mayWrite(out);
        return out;
    }

    /// As [#out] does.
    void mayWrite(Path file) {
        force.mayWrite(file);
    }
}
