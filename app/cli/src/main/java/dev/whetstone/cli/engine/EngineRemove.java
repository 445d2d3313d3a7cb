package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Delete an imported engine's copies.")
final class EngineRemove extends Verb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    EngineRemove(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        shell.workbench().engines().remove(name);
        return Answer.of(Json.object().put("removed", name), name + " was removed.");
    }
}
