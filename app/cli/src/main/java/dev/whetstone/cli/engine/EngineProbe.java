package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "probe",
        description = "Check an engine's files and let it compute in a process of its own.")
final class EngineProbe extends Verb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    EngineProbe(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return EngineWords.answer(shell.follow(shell.workbench().engines().probe(name)));
    }
}
