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

/// Reads lines `{"id","prompt","completion"}`, writes lines `{"id","score","tokens"}`.
@Command(
        name = "score",
        description = "Score completions by a reward model for sequence classification.")
final class ModelScore extends WorkerVerb {
    @Parameters(index = "0", paramLabel = "MODEL", description = "A folder in Hugging Face layout.")
    private String model = "";

    @Option(names = "--adapter", paramLabel = "DIR", description = "PEFT folders, in order.")
    private List<Path> adapters = List.of();

    @Option(names = "--rows", required = true, paramLabel = "FILE.jsonl")
    private Path rows = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    @Mixin private DeviceOptions place = new DeviceOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    ModelScore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        return answer(
                run(
                        "Scoring",
                        new Job.Score(
                                shell.workbench().models().ref(model, adapters),
                                rows.toAbsolutePath(),
                                out.toAbsolutePath(),
                                place.of(shell.workbench().engines(), spec.commandLine()))));
    }
}
