package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logprobs", description = "Log-probabilities of completions.")
final class ModelLogProbs extends WorkerVerb {
    @Parameters(paramLabel = "MODEL")
    private String model = "";

    @Option(names = "--adapter", paramLabel = "DIR")
    private List<Path> adapters = List.of();

    @Option(names = "--rows", required = true, paramLabel = "FILE.jsonl")
    private Path rows = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl")
    private Path out = Path.of("");

    @Option(names = "--ids", description = "Write the token ids that were scored, too.")
    private boolean ids;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    @Mixin private DeviceOptions place = new DeviceOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    ModelLogProbs(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        return answer(
                run(
                        "Scoring",
                        new Job.LogProbs(
                                shell.workbench().models().ref(model, adapters),
                                rows.toAbsolutePath(),
                                out.toAbsolutePath(),
                                ids ? Job.LogProbs.Ids.WRITE : Job.LogProbs.Ids.LEAVE_OUT,
                                place.of(shell.workbench().engines(), spec.commandLine()))));
    }
}
