package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// For llama.cpp and what is built on it.
@Command(
        name = "gguf",
        description = "Write a policy as one GGUF file, tokenizer and chat template included.")
final class ModelGguf extends WorkerVerb {
    @Mixin private ModelArgument model = new ModelArgument();

    @Parameters(index = "1", paramLabel = "OUT.gguf")
    private Path out = Path.of("");

    @Option(
            names = "--type",
            defaultValue = "F16",
            description = "How matrices are stored: ${COMPLETION-CANDIDATES}.")
    private Job.Gguf.Matrices type = Job.Gguf.Matrices.F16;

    @Mixin private ForceOption force = new ForceOption();

    ModelGguf(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        force.mayWrite(out);
        return answer(run("Writing", new Job.Gguf(model.ref(shell), out.toAbsolutePath(), type)));
    }
}
