package dev.whetstone.cli.align;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Go on with a run that was cut off.")
final class AlignResume extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    AlignResume(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        try (ProjectServices open = shell.workbench().open(project)) {
            return ReportAnswer.of(shell.follow(open.alignments().resume()));
        }
    }
}
