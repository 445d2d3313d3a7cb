package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.ConceptNeighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "concept", description = "Show a word list, add and remove words, look for more.")
final class RulesConcept extends ProjectVerb {
    @Spec
    private picocli.CommandLine.Model.CommandSpec spec =
            picocli.CommandLine.Model.CommandSpec.create();

    @Parameters(index = "1", paramLabel = "NAME", description = "With or without the @.")
    private String name = "";

    @Option(
            names = "--add",
            paramLabel = "WORDS",
            description = "Words or /expression/; repeatable.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "WORDS")
    private List<String> removed = List.of();

    @Option(
            names = "--suggest",
            description = "Words of the project's texts that are near in meaning.")
    private boolean suggest;

    @Option(names = "--most", defaultValue = "10", paramLabel = "N")
    private int most;

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    RulesConcept(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--most is 1 or more");
        }
        String concept = name.startsWith("@") ? name.substring(1) : name;
        if (!removed.isEmpty()) {
            List<String> unused = open.rules().shrinkConcept(concept, removed, author);
        }
        if (!added.isEmpty()) {
            List<String> unused = open.rules().growConcept(concept, added, author);
        }
        List<String> entries = open.rules().concepts().getOrDefault(concept, List.of());
        ObjectNode json = Json.object().put("name", concept);
        ArrayNode array = json.putArray("entries");
        entries.forEach(array::add);
        List<String> lines = new ArrayList<>();
        lines.add("@" + concept + " = {" + String.join(", ", entries) + "}");
        if (suggest) {
            suggested(open, concept, json, lines);
        }
        return Answer.of(json, lines);
    }

    private void suggested(
            ProjectServices open, String concept, ObjectNode json, List<String> lines) {
        List<ConceptNeighbour> found =
                shell.follow(
                        shell.workbench()
                                .jobs()
                                .start(
                                        "Look for words near @" + concept,
                                        progress ->
                                                open.rules()
                                                        .neighbours(
                                                                concept,
                                                                shell.workbench()
                                                                        .encoder()
                                                                        .with(progress),
                                                                most)));
        ArrayNode array = json.putArray("suggestions");
        Table table = new Table("Words", "Similarity", "Texts", "Where");
        for (ConceptNeighbour each : found) {
            array.addObject()
                    .put("words", each.words())
                    .put("similarity", each.similarity())
                    .put("texts", each.texts())
                    .put("example", each.example());
            table.row(
                    each.words(),
                    String.format(Locale.ROOT, "%.2f", each.similarity()),
                    String.valueOf(each.texts()),
                    each.example());
        }
        lines.addAll(table.lines());
        lines.add("Take one with --add \"words\"; nothing is added by itself.");
    }
}
