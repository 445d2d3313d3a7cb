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

/// For llama.cpp and what is built on it.
@Command(
        name = "gguf",
        description = "Write a policy as one GGUF file, tokenizer and chat template included.")
final class ModelGguf extends WorkerVerb {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A folder, starter, or PROJECT#iteration-N.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "OUT.gguf")
    private Path out = Path.of("");

    @Option(names = "--adapter", paramLabel = "DIR", description = "PEFT folders, in order.")
    private List<Path> adapters = List.of();

    @Option(
            names = "--type",
            defaultValue = "F16",
            description = "How matrices are stored: ${COMPLETION-CANDIDATES}.")
    private Job.Gguf.Matrices type = Job.Gguf.Matrices.F16;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    ModelGguf(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        return answer(
                run(
                        "Writing",
                        new Job.Gguf(
                                shell.workbench().models().ref(model, adapters),
                                out.toAbsolutePath(),
                                type)));
    }
}
