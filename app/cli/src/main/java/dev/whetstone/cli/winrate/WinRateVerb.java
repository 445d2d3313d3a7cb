package dev.whetstone.cli.winrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.winrate.Control;
import dev.whetstone.services.winrate.WinRateReport;
import dev.whetstone.services.winrate.WinRates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "winrate",
        description = "How often one model's responses are better than another's.",
        footer = {
            "",
            "Lines {\"preference\", \"base\", \"model\"}: a preference of 0 to 1 for the model (null"
                    + " where missing) and both texts, or base_length and model_length; or"
                    + " AlpacaEval's {\"preference\", \"output_1\", \"output_2\"}, 1 to 2."
        })
final class WinRateVerb extends Verb {
    /// The ways to hold length equal, as they are named on the command line.
    enum Way {
        MINIMAL,
        FULL
    }

    @Parameters(paramLabel = "FILE.jsonl")
    private Path file = Path.of("");

    @Option(
            names = "--length-controlled",
            paramLabel = "WAY",
            description =
                    "At equal length too, as AlpacaEval has it: ${COMPLETION-CANDIDATES}; FULL"
                            + " needs the field \"difficulty\".")
    private @Nullable Way way;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    WinRateVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        WinRateReport report = WinRates.of(file, control(), seed);
        ObjectNode json =
                Json.object()
                        .put("prompts", report.prompts())
                        .put("missing", report.missing())
                        .put("wins", report.wins())
                        .put("ties", report.ties())
                        .put("losses", report.losses());
        estimate(json, "win_rate", report.raw());
        Control control = control();
        if (control != Control.NONE) {
            json.put("length_control", control.name().toLowerCase(Locale.ROOT));
            estimate(json, "win_rate_length_controlled", report.controlled());
            json.put("length_decided_much", report.lengthDecidedMuch());
        }
        Json.number(json, "mean_chars_base", report.meanBase());
        Json.number(json, "mean_chars_model", report.meanModel());
        return Answer.of(json, lines(report));
    }

    private Control control() {
        Way chosen = way;
        if (chosen == null) {
            return Control.NONE;
        }
        return switch (chosen) {
            case MINIMAL -> Control.MINIMAL;
            case FULL -> Control.FULL;
        };
    }

    private List<String> lines(WinRateReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                report.wins()
                        + " wins, "
                        + report.ties()
                        + " ties, "
                        + report.losses()
                        + " losses on "
                        + report.prompts()
                        + " prompts"
                        + (report.missing() == 0 ? "" : ", " + report.missing() + " missing"));
        lines.add("win rate         " + range(report.raw()));
        if (report.controlled().defined()) {
            lines.add("at equal length  " + range(report.controlled()));
            if (report.lengthDecidedMuch()) {
                lines.add("Length decided much: the two rates are far apart.");
            }
            if (report.few()) {
                lines.add("Of fewer than 50 prompts, look at wins, ties and losses only.");
            }
        }
        if (Double.isFinite(report.meanBase()) && Double.isFinite(report.meanModel())) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "mean length      %.0f characters, the baseline's %.0f",
                            report.meanModel(),
                            report.meanBase()));
        }
        return lines;
    }

    private static String range(Estimate of) {
        return Table.percent(of.value())
                + " ("
                + Table.percent(of.low())
                + " to "
                + Table.percent(of.high())
                + ")";
    }

    private static void estimate(ObjectNode json, String name, Estimate of) {
        Json.estimate(
                json,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }
}
