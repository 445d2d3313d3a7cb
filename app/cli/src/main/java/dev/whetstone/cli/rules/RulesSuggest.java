package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Suggestions do not vote until `rules resume`.
@Command(
        name = "suggest",
        description = "Look for rules in the choices that no active rule explains.")
final class RulesSuggest extends ProjectVerb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--fdr",
            defaultValue = ".1",
            paramLabel = "SHARE",
            description = "Share of chance findings to accept; default ${DEFAULT-VALUE}.")
    private double share;

    @Option(
            names = "--most",
            defaultValue = "10",
            paramLabel = "N",
            description = "At most so many; default ${DEFAULT-VALUE}.")
    private int most;

    RulesSuggest(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        if (!(share > 0 && share < 1) || most < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--fdr is between 0 and 1, --most is 1 or more");
        }
        Suggestions found =
                shell.follow(
                        shell.workbench()
                                .jobs()
                                .start(
                                        "Suggest rules",
                                        progress -> {
                                            progress.stage("Holding patterns against choices");
                                            return open.rules()
                                                    .suggest(
                                                            share,
                                                            most,
                                                            (done, of) -> {
                                                                progress.units(done, of);
                                                                progress.safePoint();
                                                            });
                                        }));
        ObjectNode json =
                Json.object()
                        .put("choices", found.choices())
                        .put("unexplained", found.unexplained())
                        .put("tested", found.tested())
                        .put("contrary", found.contrary())
                        .put("fdr", share);
        ArrayNode array = json.putArray("suggestions");
        Table table = new Table("Rule", "Explains", "Right", "Wrong", "p", "q", "Text");
        for (Suggestions.Suggestion of : found.added()) {
            array.addObject()
                    .put("name", of.name())
                    .put("rule", of.rule())
                    .put("sentence", of.sentence())
                    .put("question", of.question())
                    .put("explains", of.explains())
                    .put("right", of.right())
                    .put("wrong", of.wrong())
                    .put("p", of.p())
                    .put("q", of.q());
            table.row(
                    of.name(),
                    String.valueOf(of.explains()),
                    String.valueOf(of.right()),
                    String.valueOf(of.wrong()),
                    small(of.p()),
                    small(of.q()),
                    of.rule());
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                found.unexplained()
                        + " of "
                        + found.choices()
                        + " choices are explained by no active rule; "
                        + found.tested()
                        + " patterns tested");
        if (found.contrary() > 0) {
            lines.add(
                    found.contrary()
                            + " of them left out: they say the opposite of a rule that is there");
        }
        lines.addAll(
                found.added().isEmpty()
                        ? List.of("None of them is more than chance and new.")
                        : table.lines());
        for (Suggestions.Suggestion of : found.added()) {
            lines.add("");
            lines.add(of.question());
            lines.add("  Yes: whetstone rules resume PROJECT " + of.name());
        }
        return Answer.of(json, lines);
    }

    private static String small(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }
}
