package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.file.WholeFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "print", description = "The active rules as a rules file.")
final class RulesPrint extends ProjectVerb {
    @Option(names = "--out", paramLabel = "FILE")
    private List<Path> out = List.of();

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    RulesPrint(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        List<String> lines = open.rules().print().lines().toList();
        for (Path file : out) {
            Shell.mayWrite(file, force ? Shell.Force.YES : Shell.Force.NO);
            WholeFile.write(file, lines);
        }
        return Answer.of(
                Json.object()
                        .put("rules", lines.stream().filter(line -> !line.startsWith("@")).count())
                        .put("text", String.join("\n", lines)),
                out.isEmpty()
                        ? lines
                        : List.of(lines.size() + " lines written to " + out.getFirst()));
    }
}
