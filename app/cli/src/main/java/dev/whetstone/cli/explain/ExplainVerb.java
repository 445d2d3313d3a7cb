package dev.whetstone.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.explain.ChosenPair;
import dev.whetstone.services.explain.ExplanationFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what explanations are understood as.
@Command(name = "explain", description = "Show the rule or the question an explanation gives.")
final class ExplainVerb extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "Know the word lists of this project, too.")
    private List<Path> project = List.of();

    @Option(names = "--text", paramLabel = "T", description = "One explanation.")
    private List<String> texts = List.of();

    @Option(
            names = "--box",
            defaultValue = "comment",
            description = "Where it was typed: better, worse or comment.")
    private String box = "comment";

    @Option(
            names = "--pair",
            paramLabel = "FILE.json",
            description =
                    "What the explanation is about: prompt, a, b, and as label which was chosen."
                            + " A rule must speak for it.")
    private List<Path> pairs = List.of();

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
        if (!pairs.isEmpty() && (texts.size() != 1 || pairs.size() != 1)) {
            throw new ParameterException(spec.commandLine(), "--pair goes with one --text.");
        }
        List<ExplanationFile.Row> rows;
        if (project.isEmpty()) {
            rows = read(ExplanationFile.shipped());
        } else {
            try (ProjectServices open = shell.workbench().open(project.getFirst())) {
                rows = read(open.explaining().sentences());
            }
        }
        return Answer.of(json(rows), lines(rows));
    }

    private List<ExplanationFile.Row> read(ExplanationFile explanations) {
        List<ExplanationFile.Row> rows = new ArrayList<>();
        for (Path table : tables) {
            rows.addAll(explanations.read(table));
        }
        for (String text : texts) {
            String id = String.valueOf(rows.size() + 1);
            rows.add(
                    pairs.isEmpty()
                            ? explanations.read(id, box(), text, Optional.empty())
                            : explanations.read(box(), text, ChosenPair.read(pairs.getFirst())));
        }
        return rows;
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
            if (!row.question().isEmpty()) {
                node.put("question", row.question());
            }
            if (!row.pair().isEmpty()) {
                node.put("pair", row.pair());
            }
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
            lines.add("      " + (row.outcome() + " " + row.rule()).strip() + mark);
            if (!row.question().isEmpty()) {
                lines.add("      " + row.question());
            }
            if (!row.skipped().isEmpty()) {
                lines.add("      not understood: " + String.join(", ", row.skipped()));
            }
            switch (row.pair()) {
                case "supports" -> lines.add("      speaks for the chosen reply");
                case "abstains" -> lines.add("      does not tell these two replies apart");
                case "contradicts" ->
                        lines.add(
                                "      "
                                        + row.readings().getFirst()
                                        + " speaks for the other reply");
                default -> {}
            }
        }
        if (judged) {
            lines.add(matched(rows) + " of " + rows.size() + " as expected");
        }
        return lines;
    }
}
