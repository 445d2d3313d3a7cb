package dev.whetstone.services.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The LF summary as a file: a JSON list of rules where its name ends in `.json`, else CSV, a
/// line a rule. What was not measured is null, or empty.
public final class SummaryFile {
    private static final String HEADER =
            "j,name,rule,polarity,coverage,overlaps,conflicts,correct,incorrect,"
                    + "empirical_accuracy,low,high,learned_weight,unique_share,flips";

    private SummaryFile() {}

    public static void write(Path file, CoverageReport report) {
        if (isJson(file)) {
            JsonFiles.write(file, json(report));
        } else {
            WholeFile.write(file, csv(report));
        }
    }

    private static boolean isJson(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json");
    }

    private static ArrayNode json(CoverageReport report) {
        List<String> names = List.of(HEADER.split(","));
        ArrayNode rules = JsonFiles.array();
        for (List<Object> values : rows(report)) {
            ObjectNode rule = rules.addObject();
            for (int i = 0; i < names.size(); i++) {
                switch (values.get(i)) {
                    case Integer whole -> rule.put(names.get(i), whole);
                    case Double number -> rule.put(names.get(i), number);
                    case String text when text.isEmpty() -> rule.putNull(names.get(i));
                    default -> rule.put(names.get(i), values.get(i).toString());
                }
            }
        }
        return rules;
    }

    private static List<String> csv(CoverageReport report) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (List<Object> values : rows(report)) {
            lines.add(values.stream().map(SummaryFile::cell).collect(Collectors.joining(",")));
        }
        return lines;
    }

    private static String cell(Object value) {
        return value instanceof String text && !text.isEmpty() ? quoted(text) : value.toString();
    }

    /// What was not measured is an empty text.
    private static List<List<Object>> rows(CoverageReport report) {
        List<List<Object>> rows = new ArrayList<>();
        for (int j = 0; j < report.rules().size(); j++) {
            RuleRow row = report.rules().get(j);
            Figures of = row.figures();
            rows.add(
                    List.of(
                            j,
                            row.name(),
                            row.text(),
                            of.polarity(),
                            number(of.coverage()),
                            number(of.overlaps()),
                            number(of.conflicts()),
                            of.correct(),
                            of.incorrect(),
                            number(of.accuracy()),
                            number(of.low()),
                            number(of.high()),
                            number(of.weight()),
                            number(of.uniqueShare()),
                            report.depth() == Depth.VOTES ? "" : of.flips()));
        }
        return rows;
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? value : "";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
