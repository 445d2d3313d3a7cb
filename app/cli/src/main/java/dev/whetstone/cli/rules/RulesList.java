package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.rules.RuleRow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "All rules with their figures.")
final class RulesList extends ProjectVerb {
    RulesList(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        List<RuleRow> rows = open.rules().list();
        ObjectNode json = Json.object();
        ArrayNode rules = json.putArray("rules");
        rows.forEach(row -> rules.add(FiguresJson.of(row)));
        List<Waiting> waiting = open.detectors().waiting();
        WaitingLines.put(json, waiting);
        List<String> lines = new ArrayList<>(FiguresJson.table(rows));
        lines.addAll(WaitingLines.of(waiting));
        return Answer.of(json, lines);
    }
}
