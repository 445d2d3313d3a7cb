package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.rules.RuleTemplate;
import dev.whetstone.services.rules.RuleTemplates;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "templates", description = "Rules that need a few values only, by group.")
final class RulesTemplates extends Verb {
    RulesTemplates(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("templates");
        List<String> lines = new ArrayList<>();
        new RuleTemplates()
                .groups()
                .forEach(
                        (group, templates) -> {
                            lines.add(group);
                            for (RuleTemplate template : templates) {
                                add(array.addObject(), template);
                                lines.add("  " + template.id() + "  " + template.title());
                                template.fields()
                                        .forEach(
                                                field ->
                                                        lines.add(
                                                                "      "
                                                                        + field.name()
                                                                        + "="
                                                                        + field.initial()
                                                                        + "  ("
                                                                        + field.wanted()
                                                                        + ")"));
                                lines.add("      " + template.rule());
                            }
                        });
        lines.add("");
        lines.add("Add one with: whetstone rules add PROJECT --template ID name=value ...");
        return Answer.of(json, lines);
    }

    private static void add(ObjectNode json, RuleTemplate template) {
        json.put("id", template.id())
                .put("group", template.group())
                .put("title", template.title())
                .put("rule", template.rule());
        ArrayNode fields = json.putArray("fields");
        template.fields()
                .forEach(
                        field ->
                                fields.addObject()
                                        .put("name", field.name())
                                        .put("wanted", field.wanted())
                                        .put("initial", field.initial()));
    }
}
