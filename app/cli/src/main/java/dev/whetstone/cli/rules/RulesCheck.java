package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.Finding;
import dev.whetstone.services.rules.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The filter bank, for saved rules or for a text.
@Command(
        name = "check",
        description = "What to look at before relying on a rule, with pairs that show it.")
final class RulesCheck extends ProjectVerb {
    @Parameters(index = "1..*", paramLabel = "NAME", description = "All rules when none is named.")
    private List<String> names = List.of();

    @Option(names = "--rule", paramLabel = "TEXT", description = "A rule that is not saved.")
    private List<String> texts = List.of();

    RulesCheck(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            add(text, open.rules().check(text), rules, lines);
        }
        List<RuleRow> rows =
                names.isEmpty() && texts.isEmpty()
                        ? open.rules().list()
                        : names.stream().map(name -> find(open, name)).toList();
        for (RuleRow row : rows) {
            add(row.name(), open.rules().check(row.id()), rules, lines);
        }
        return Answer.of(json, lines);
    }

    private static void add(
            String name, List<Finding> findings, ArrayNode rules, List<String> lines) {
        ObjectNode rule = rules.addObject().put("name", name);
        ArrayNode array = rule.putArray("findings");
        lines.add(name + (findings.isEmpty() ? ": nothing to look at" : ""));
        for (Finding finding : findings) {
            ObjectNode each =
                    array.addObject()
                            .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                            .put("sentence", finding.sentence());
            ArrayNode pairs = each.putArray("pairs");
            finding.pairs().forEach(pair -> pairs.add(pair.text()));
            lines.add("  " + finding.sentence());
            if (!finding.pairs().isEmpty()) {
                lines.add("    for example " + finding.pairs().getFirst().text());
            }
        }
    }
}
