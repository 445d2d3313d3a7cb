package dev.whetstone.cli.shell;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--force`.
public final class ForceOption {
    @Option(names = "--force", description = "Overwrite what is there.")
    private boolean force;

    /// Checks that a file or folder may be written.
    ///
    /// @throws dev.whetstone.services.failure.ServiceException `file.exists`
    public void mayWrite(Path file) {
        Shell.mayWrite(file, force ? Shell.Force.YES : Shell.Force.NO);
    }

    public boolean given() {
        return force;
    }
}
