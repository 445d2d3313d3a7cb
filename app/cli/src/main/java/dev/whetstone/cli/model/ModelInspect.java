package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "What a checkpoint holds, read from its headers.")
final class ModelInspect extends WorkerVerb {
    @Parameters(paramLabel = "MODEL")
    private String model = "";

    ModelInspect(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return answer(run("Reading", new Job.Inspect(shell.workbench().models().folder(model))));
    }
}
