package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.detectors.Detectors;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// A verb on the detectors of one project.
abstract class DetectorVerb extends Verb {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    DetectorVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected final Answer answer() throws IOException {
        try (ProjectServices open = shell.workbench().open(project)) {
            return answer(open.detectors());
        }
    }

    abstract Answer answer(Detectors detectors) throws IOException;
}
