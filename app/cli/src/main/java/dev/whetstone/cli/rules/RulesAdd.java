package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "add", description = "Add a rule, or all rules of a rules file.")
final class RulesAdd extends ProjectVerb {
    @Spec
    private picocli.CommandLine.Model.CommandSpec spec =
            picocli.CommandLine.Model.CommandSpec.create();

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", defaultValue = "")
    private String rule = "";

    @Option(names = "--file", paramLabel = "FILE", description = "A rules file instead of a rule.")
    private List<Path> files = List.of();

    @Option(names = "--name", defaultValue = "")
    private String name = "";

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    RulesAdd(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        if (rule.isEmpty() == files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give a RULE or --file, one of them.");
        }
        List<UUID> added = new ArrayList<>();
        if (!rule.isEmpty()) {
            added.add(open.rules().add(name, rule, author));
        }
        files.forEach(file -> added.addAll(open.rules().addFile(file, author)));
        ObjectNode json = Json.object().put("added", added.size());
        ArrayNode ids = json.putArray("ids");
        added.forEach(id -> ids.add(id.toString()));
        return Answer.of(json, "Added " + added.size() + (added.size() == 1 ? " rule" : " rules"));
    }
}
