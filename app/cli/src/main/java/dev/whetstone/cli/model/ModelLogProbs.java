package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads lines `{"id","prompt","completion"}`, writes lines `{"id","logprob","tokens"}`.
@Command(name = "logprobs", description = "Log-probabilities of completions.")
final class ModelLogProbs extends WorkerVerb {
    @Mixin private ModelArgument model = new ModelArgument();
    @Mixin private RowsOptions rows = new RowsOptions();
    @Mixin private DeviceOptions device = new DeviceOptions();

    @Option(names = "--ids", description = "Write the token ids that were scored, too.")
    private boolean ids;

    ModelLogProbs(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Path out = rows.out();
        return answer(
                run(
                        "Scoring",
                        new Job.LogProbs(
                                model.ref(shell),
                                rows.rows(),
                                out,
                                ids ? Job.LogProbs.Ids.WRITE : Job.LogProbs.Ids.LEAVE_OUT,
                                device.device(shell))));
    }
}
