package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.file.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `PROJECT#iteration-N` has its adapters already and needs no other.
@Command(name = "merge", description = "Write a base with an adapter as one checkpoint.")
final class ModelMerge extends WorkerVerb {
    @Parameters(index = "0", paramLabel = "MODEL")
    private String model = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "[ADAPTER] OUT",
            description =
                    "A PEFT folder and the folder to write; with PROJECT#iteration-N the folder to"
                            + " write alone will do.")
    private List<Path> folders = List.of();

    @Mixin private ForceOption force = new ForceOption();

    ModelMerge(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Path out = folders.getLast();
        ModelRef policy =
                shell.workbench().models().ref(model, folders.subList(0, folders.size() - 1));
        if (policy.adapters().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name an ADAPTER and OUT.");
        }
        force.mayWrite(out);
        Path target = out.toAbsolutePath();
        boolean replaces = Files.exists(target);
        Path made = replaces ? target.resolveSibling("." + target.getFileName() + ".new") : target;
        if (replaces) {
            WholeFile.delete(made);
        }
        ObjectNode result = run("Merging", new Job.Merge(policy, made));
        if (replaces) {
            WholeFile.replaceFolder(made, target);
        }
        return answer(result.put("out", target.toString()));
    }
}
