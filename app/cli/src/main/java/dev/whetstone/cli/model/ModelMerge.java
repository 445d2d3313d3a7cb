package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "merge", description = "Write a base with an adapter as one checkpoint.")
final class ModelMerge extends WorkerVerb {
    @Parameters(index = "0", paramLabel = "MODEL")
    private String model = "";

    @Parameters(index = "1", paramLabel = "ADAPTER")
    private Path adapter = Path.of("");

    @Parameters(index = "2", paramLabel = "OUT")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Overwrite the folder's files.")
    private boolean force;

    ModelMerge(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        return answer(
                run(
                        "Merging",
                        new Job.Merge(
                                shell.workbench().models().ref(model, List.of(adapter)),
                                out.toAbsolutePath())));
    }
}
