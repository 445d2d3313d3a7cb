package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Every version of a rule, newest first.")
final class RulesHistory extends ProjectVerb {
    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    RulesHistory(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        ObjectNode json = Json.object();
        ArrayNode revisions = json.putArray("revisions");
        Table table = new Table("When", "Who", "What", "Name", "Text");
        for (Revision revision : open.rules().history(find(open, name).id())) {
            revisions
                    .addObject()
                    .put("at", revision.at().toString())
                    .put("author", revision.author())
                    .put("what", revision.what())
                    .put("name", revision.name())
                    .put("rule", revision.text());
            table.row(
                    revision.at().toString(),
                    revision.author(),
                    revision.what(),
                    revision.name(),
                    revision.text());
        }
        return Answer.of(json, table.lines());
    }
}
