package dev.whetstone.cli.align;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.align.RunStatus;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rollback", description = "Use an earlier iteration of a run; deletes nothing.")
final class AlignRollback extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "N",
            description = "The iteration to keep; 0 is the start.")
    private int iteration;

    AlignRollback(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        try (ProjectServices open = shell.workbench().open(project)) {
            List<RunStatus> runs = open.alignments().runs();
            if (runs.isEmpty()) {
                throw new ServiceException(
                        "align.none",
                        "The project has no alignment run.",
                        "Start one with: whetstone align run PROJECT");
            }
            String run = runs.getFirst().run();
            open.alignments().keep(run, iteration);
            return Answer.of(
                    Json.object().put("run", run).put("kept", iteration),
                    run + " keeps iteration " + iteration);
        }
    }
}
