package dev.whetstone.cli.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.label.RuleSummary;
import dev.whetstone.core.label.compare.LabelComparison;
import dev.whetstone.core.label.compare.ModelScores;
import dev.whetstone.core.label.compare.Spread;
import dev.whetstone.services.label.ComparedModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Every label model on pairs with known answers, of which a few are taken as judged.
@Command(
        name = "compare",
        description = "Hold every label model against known answers that it has not seen.")
final class LabelCompare extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE.jsonl",
            description =
                    "prompt, a, b, label; or instruction (or conversation), answer_0, answer_1,"
                            + " label.")
    private Path pairs = Path.of("");

    @Option(names = "--rules", required = true, paramLabel = "FILE")
    private Path rules = Path.of("");

    @Option(
            names = "--judged",
            defaultValue = "40",
            paramLabel = "N",
            description = "Pairs taken as judged in a draw; default ${DEFAULT-VALUE}.")
    private int judged;

    @Option(
            names = "--draws",
            defaultValue = "50",
            paramLabel = "N",
            description = "Draws of judged pairs; default ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the first draw; default ${DEFAULT-VALUE}.")
    private long seed;

    LabelCompare(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        if (judged < 0 || draws < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--judged is 0 or more, --draws 1 or more");
        }
        LabelComparison comparison = new LabelComparison(judged, draws, seed);
        ComparedModels compared =
                shell.follow(
                        shell.workbench()
                                .jobs()
                                .start(
                                        "Compare label models",
                                        progress ->
                                                ComparedModels.of(
                                                        pairs, rules, comparison, progress)));
        return Answer.of(json(compared), lines(compared));
    }

    private ObjectNode json(ComparedModels compared) {
        ObjectNode json =
                Json.object()
                        .put("pairs", compared.pairs())
                        .put("groups", compared.groups())
                        .put("judged", judged)
                        .put("draws", draws)
                        .put("seed", seed);
        spread(json, "held_out", compared.result().heldOut());
        ArrayNode lines = json.putArray("rules");
        for (RuleSummary rule : compared.rules()) {
            ObjectNode line =
                    lines.addObject()
                            .put("name", rule.name())
                            .put("coverage", rule.coverage())
                            .put("overlaps", rule.overlaps())
                            .put("conflicts", rule.conflicts());
            estimate(line, "accuracy", rule.accuracy());
            estimate(line, "longer_agreement", rule.longerAgreement());
            estimate(line, "length_matched_accuracy", rule.lengthMatched());
        }
        ArrayNode families = json.putArray("families");
        compared.families().forEach(family -> family.forEach(families.addArray()::add));
        estimate(json, "longest_wins", compared.longest());
        ArrayNode models = json.putArray("models");
        for (ModelScores model : compared.result().models()) {
            ObjectNode line = models.addObject().put("name", model.name());
            spread(line, "accuracy", model.accuracy());
            spread(line, "log_loss", model.logLoss());
            spread(line, "brier", model.brier());
            spread(line, "ece", model.calibrationError());
        }
        return json.put("seconds", compared.seconds());
    }

    private static void spread(ObjectNode json, String name, Spread spread) {
        json.putObject(name).put("mean", spread.mean()).put("sd", spread.deviation());
    }

    private static void estimate(ObjectNode json, String name, Estimate of) {
        Json.estimate(
                json,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }

    private List<String> lines(ComparedModels compared) {
        Table rules = new Table("Rule", "Coverage", "Accuracy", "Longer", "Matched");
        for (RuleSummary rule : compared.rules()) {
            rules.row(
                    rule.name(),
                    Table.decimal(rule.coverage()),
                    Table.decimal(rule.accuracy().value()),
                    Table.decimal(rule.longerAgreement().value()),
                    Table.decimal(rule.lengthMatched().value()));
        }
        Table models = new Table("Model", "Accuracy", "sd", "Log loss", "sd", "ECE", "sd");
        for (ModelScores model : compared.result().models()) {
            models.row(
                    model.name(),
                    Table.decimal(model.accuracy().mean()),
                    Table.decimal(model.accuracy().deviation()),
                    Table.decimal(model.logLoss().mean()),
                    Table.decimal(model.logLoss().deviation()),
                    Table.decimal(model.calibrationError().mean()),
                    Table.decimal(model.calibrationError().deviation()));
        }
        List<String> lines = new ArrayList<>(rules.lines());
        compared.families()
                .forEach(family -> lines.add("suggested family: " + String.join(", ", family)));
        lines.add("");
        lines.addAll(models.lines());
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d draws of %d judged pairs of %d; scored on %.0f others on average, of"
                                + " other questions",
                        draws,
                        judged,
                        compared.pairs(),
                        compared.result().heldOut().mean()));
        lines.add(
                "The longer response is preferred in "
                        + Table.percent(compared.longest().value())
                        + " of the pairs; a coin's log loss is 0.693");
        return lines;
    }
}
