package dev.whetstone.cli.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.agreement.AgreementReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "agreement",
        description = "How far people agree on pairs that two or more of them judged.")
final class AgreementVerb extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    AgreementVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        try (ProjectServices open = shell.workbench().open(project)) {
            AgreementReport report = open.agreements().report();
            return Answer.of(json(report), lines(report));
        }
    }

    private static ObjectNode json(AgreementReport report) {
        ObjectNode json =
                Json.object()
                        .put("people", report.people().size())
                        .put("pairs", report.pairs())
                        .put("pairs_judged_by_all", report.pairsOfAll());
        estimate(json, "krippendorff_alpha", report.ordinal());
        estimate(json, "krippendorff_alpha_nominal", report.nominal());
        estimate(json, "fleiss_kappa", report.fleiss());
        estimate(json, "free_marginal_kappa", report.freeMarginal());
        ArrayNode between = json.putArray("between");
        for (AgreementReport.TwoPeople two : report.between()) {
            ObjectNode row =
                    between.addObject()
                            .put("first", two.first())
                            .put("second", two.second())
                            .put("pairs", two.pairs());
            Json.number(row, "same", two.same());
            estimate(row, "cohen_kappa", two.kappa());
            estimate(row, "cohen_kappa_linear", two.weighted());
        }
        return json;
    }

    private static void estimate(ObjectNode json, String name, Estimate of) {
        Json.estimate(
                json,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }

    private static List<String> lines(AgreementReport report) {
        if (report.pairs() == 0) {
            return List.of("No pair was judged by two people.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                report.pairs()
                        + " pairs judged by two or more of "
                        + report.people().size()
                        + " people, "
                        + report.pairsOfAll()
                        + " by all of them");
        lines.add("Krippendorff's alpha, ordinal  " + range(report.ordinal()));
        lines.add("Krippendorff's alpha, nominal  " + range(report.nominal()));
        lines.add("Fleiss' kappa                  " + range(report.fleiss()));
        lines.add("free-marginal kappa            " + range(report.freeMarginal()));
        lines.add("");
        Table table = new Table("", "", "Pairs", "Same", "Kappa", "95 %", "Linear");
        for (AgreementReport.TwoPeople two : report.between()) {
            table.row(
                    two.first(),
                    two.second(),
                    String.valueOf(two.pairs()),
                    Table.percent(two.same()),
                    Table.decimal(two.kappa().value()),
                    two.kappa().defined()
                            ? Table.decimal(two.kappa().low())
                                    + " to "
                                    + Table.decimal(two.kappa().high())
                            : "-",
                    Table.decimal(two.weighted().value()));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String range(Estimate of) {
        return of.defined()
                ? Table.decimal(of.value())
                        + " ("
                        + Table.decimal(of.low())
                        + " to "
                        + Table.decimal(of.high())
                        + ")"
                : "- (fewer than five such pairs, or everybody always chose alike)";
    }
}
