package dev.whetstone.services.coverage;

import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The LF summary as a CSV file, a line a rule; what was not measured is empty.
public final class SummaryFile {
    private static final String HEADER =
            "j,name,rule,polarity,coverage,overlaps,conflicts,correct,incorrect,"
                    + "empirical_accuracy,low,high,learned_weight,unique_share,flips";

    private SummaryFile() {}

    public static void write(Path file, CoverageReport report) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int j = 0; j < report.rules().size(); j++) {
            RuleRow row = report.rules().get(j);
            Figures of = row.figures();
            lines.add(
                    String.join(
                            ",",
                            String.valueOf(j),
                            quoted(row.name()),
                            quoted(row.text()),
                            quoted(of.polarity()),
                            number(of.coverage()),
                            number(of.overlaps()),
                            number(of.conflicts()),
                            String.valueOf(of.correct()),
                            String.valueOf(of.incorrect()),
                            number(of.accuracy()),
                            number(of.low()),
                            number(of.high()),
                            number(of.weight()),
                            number(of.uniqueShare()),
                            report.depth() == Depth.VOTES ? "" : String.valueOf(of.flips())));
        }
        WholeFile.write(file, lines);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
