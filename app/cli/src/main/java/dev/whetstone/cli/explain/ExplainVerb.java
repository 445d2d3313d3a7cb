package dev.whetstone.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.services.explain.ExplanationFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Shows what explanations are understood as.
@Command(name = "explain", description = "Show the rule or the question an explanation gives.")
final class ExplainVerb extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--text", paramLabel = "T", description = "One explanation.")
    private List<String> texts = List.of();

    @Option(
            names = "--box",
            defaultValue = "comment",
            description = "Where it was typed: better, worse or comment.")
    private String box = "comment";

    @Option(
            names = "--tsv",
            paramLabel = "FILE",
            description = "A table with columns id, box, explanation and perhaps expected.")
    private List<Path> tables = List.of();

    ExplainVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        if (texts.isEmpty() == tables.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give --text or --tsv.");
        }
        ExplanationFile explanations = new ExplanationFile();
        List<ExplanationFile.Row> rows = new ArrayList<>();
        for (Path table : tables) {
            rows.addAll(explanations.read(table));
        }
        for (String text : texts) {
            rows.add(
                    explanations.read(
                            String.valueOf(rows.size() + 1), box(), text, Optional.empty()));
        }
        return Answer.of(json(rows), lines(rows));
    }

    private Box box() {
        try {
            return Box.fromWireName(box);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private static long matched(List<ExplanationFile.Row> rows) {
        return rows.stream().filter(row -> row.matchesExpected().contains(true)).count();
    }

    private static ObjectNode json(List<ExplanationFile.Row> rows) {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("explanations");
        for (ExplanationFile.Row row : rows) {
            ObjectNode node = array.addObject();
            node.put("id", row.id()).put("outcome", row.outcome()).put("rule", row.rule());
            row.readings().forEach(node.putArray("readings")::add);
            row.skipped().forEach(node.putArray("skipped")::add);
            row.matchesExpected().forEach(matches -> node.put("matches_expected", matches));
        }
        return json.put("rows", rows.size())
                .put("matched", matched(rows))
                .put("silent_skips", rows.stream().filter(ExplanationFile.Row::silentSkip).count());
    }

    private static List<String> lines(List<ExplanationFile.Row> rows) {
        List<String> lines = new ArrayList<>();
        boolean judged = rows.stream().anyMatch(row -> !row.matchesExpected().isEmpty());
        for (ExplanationFile.Row row : rows) {
            String mark = row.matchesExpected().contains(false) ? "  (not as expected)" : "";
            lines.add(row.id() + "  " + row.text());
            lines.add("      " + row.outcome() + " " + row.rule() + mark);
            if (!row.skipped().isEmpty()) {
                lines.add("      not understood: " + String.join(", ", row.skipped()));
            }
        }
        if (judged) {
            lines.add(matched(rows) + " of " + rows.size() + " as expected");
        }
        return lines;
    }
}
