package dev.whetstone.cli.data;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.data.ImportRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the same events as the desk does.
@Command(name = "judge", description = "Add judgements from a judgements file.")
final class JudgeVerb extends Verb {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--annotator", defaultValue = "", description = "Who judged.")
    private String annotator = "";

    JudgeVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ImportRequest request =
                new ImportRequest(List.of(file), "judgements", "", "judgements", annotator);
        try (ProjectServices open = shell.workbench().open(project)) {
            return ImportAnswer.of(shell.follow(open.data().importFiles(request)), "added");
        }
    }
}
