package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Reads lines `{"id","prompt","completion"}`, writes lines `{"id","score","tokens"}`.
@Command(
        name = "score",
        description =
                "Score completions by a reward model: one for sequence classification, or a"
                        + " language model with a reward model's adapter.")
final class ModelScore extends WorkerVerb {
    @Mixin private ModelArgument model = new ModelArgument();
    @Mixin private RowsOptions rows = new RowsOptions();
    @Mixin private DeviceOptions device = new DeviceOptions();

    ModelScore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Path out = rows.out();
        return answer(
                run(
                        "Scoring",
                        new Job.Score(model.ref(shell), rows.rows(), out, device.device(shell))));
    }
}
