package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "enable", description = "Try an engine; where it works, use it from now on.")
final class EngineEnable extends Verb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(
            names = "--device",
            defaultValue = "",
            description = "cpu or cuda; default: what it was built for.")
    private String device = "";

    EngineEnable(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return EngineWords.answer(shell.follow(shell.workbench().engines().enable(name, device)));
    }
}
