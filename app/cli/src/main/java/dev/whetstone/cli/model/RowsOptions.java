package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.ForceOption;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prompts with completions in, and a line for each out.
final class RowsOptions {
    @Option(
            names = "--rows",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "Lines with id, prompt and completion.")
    private Path rows = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl")
    private Path out = Path.of("");

    @Mixin private ForceOption force = new ForceOption();

    Path rows() {
        return rows.toAbsolutePath();
    }

    /// @throws dev.whetstone.services.failure.ServiceException `file.exists`
    Path out() {
        force.mayWrite(out);
        return out.toAbsolutePath();
    }
}
