package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.core.lf.template.InstructionReading;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.RuleTemplates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description = "Add a rule, a template with its values, or all rules of a rules file.")
final class RulesAdd extends ProjectVerb {
    @Spec
    private picocli.CommandLine.Model.CommandSpec spec =
            picocli.CommandLine.Model.CommandSpec.create();

    @Parameters(
            index = "1..*",
            paramLabel = "RULE",
            description = "A rule; with --template its values as name=value.")
    private List<String> words = List.of();

    @Option(names = "--template", paramLabel = "ID", description = "See `rules templates`.")
    private List<String> templates = List.of();

    @Option(
            names = "--reading",
            defaultValue = "strict",
            paramLabel = "READING",
            description =
                    "strict, loose, compatible or compatible-loose; default ${DEFAULT-VALUE}.")
    private String reading = "strict";

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
        boolean written = templates.isEmpty() && words.size() == 1 && files.isEmpty();
        boolean fromFiles = templates.isEmpty() && words.isEmpty() && !files.isEmpty();
        boolean made = templates.size() == 1 && files.isEmpty();
        if (!written && !fromFiles && !made) {
            throw new ParameterException(
                    spec.commandLine(), "Give a RULE, --template or --file, one of them.");
        }
        List<UUID> added = new ArrayList<>();
        if (!fromFiles) {
            String rule = made ? ofTemplate(templates.getFirst()) : words.getFirst();
            added.add(open.rules().add(name, rule, author));
        }
        files.forEach(file -> added.addAll(open.rules().addFile(file, author)));
        ObjectNode json = Json.object().put("added", added.size());
        ArrayNode ids = json.putArray("ids");
        added.forEach(id -> ids.add(id.toString()));
        return Answer.of(json, "Added " + added.size() + (added.size() == 1 ? " rule" : " rules"));
    }

    private String ofTemplate(String id) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 1) {
                throw new ParameterException(
                        spec.commandLine(), "Write a template's values as name=value, not " + word);
            }
            values.put(word.substring(0, sign), word.substring(sign + 1));
        }
        InstructionReading how =
                InstructionReading.of(reading)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "--reading is one of "
                                                        + String.join(
                                                                ", ", InstructionReading.ids())));
        return new RuleTemplates().rule(id, values, how);
    }
}
