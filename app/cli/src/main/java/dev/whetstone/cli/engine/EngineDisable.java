package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.engine.Engines;
import picocli.CommandLine.Command;

@Command(name = "disable", description = "Use the bundled engine again; imported ones stay.")
final class EngineDisable extends Verb {
    EngineDisable(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Engines engines = shell.workbench().engines();
        return EngineWords.answer(shell.follow(engines.enable(Engines.BUNDLED, "cpu")));
    }
}
