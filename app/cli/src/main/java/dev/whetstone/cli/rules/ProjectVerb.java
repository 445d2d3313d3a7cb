package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.RuleRow;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// A verb that works in one project.
abstract class ProjectVerb extends Verb {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    ProjectVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected final Answer answer() throws IOException {
        try (ProjectServices open = shell.workbench().open(project)) {
            return answer(open);
        }
    }

    abstract Answer answer(ProjectServices open) throws IOException;

    /// The rule of that name or id.
    static RuleRow find(ProjectServices open, String nameOrId) {
        return open.rules().list().stream()
                .filter(row -> row.name().equals(nameOrId) || row.id().toString().equals(nameOrId))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "rule.unknown",
                                        "There is no rule \"" + nameOrId + "\".",
                                        "List them with: whetstone rules list PROJECT"));
    }
}
