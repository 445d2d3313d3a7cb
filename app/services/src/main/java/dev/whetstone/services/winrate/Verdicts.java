package dev.whetstone.services.winrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Verdicts as a file of JSON lines holds them: `{"preference", "base", "model"}` with a
/// preference of 0 to 1 for the model and two texts, or `base_length` and `model_length` in their
/// place; or AlpacaEval's `{"preference", "output_1", "output_2"}`, of 1 for the baseline to 2 for
/// the model, where 0 is a draw. A preference that is null is missing. Errors name file, line and
/// field.
///
/// @param preference that the model's response is better, 0 to 1; NaN where missing
/// @param baseLength characters (code points); NaN where unknown
/// @param modelLength likewise
/// @param difficulty of the prompt; NaN where unknown
record Verdicts(
        double[] preference, double[] baseLength, double[] modelLength, double[] difficulty) {
    private static final String PREFERENCE = "preference";

    /// @throws ServiceException `input.json`
    static Verdicts read(Path file) {
        List<double[]> rows = new ArrayList<>();
        for (JsonFiles.Line line : JsonFiles.readNumbered(file)) {
            ObjectNode row = line.values();
            boolean alpaca = row.has("output_1") || row.has("output_2");
            rows.add(
                    new double[] {
                        preference(file, line, alpaca),
                        length(file, line, alpaca ? "output_1" : "base"),
                        length(file, line, alpaca ? "output_2" : "model"),
                        number(file, line, "difficulty")
                    });
        }
        return new Verdicts(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static double preference(Path file, JsonFiles.Line line, boolean alpaca) {
        if (!line.values().has(PREFERENCE)) {
            throw bad(file, line, "the field \"preference\" is missing");
        }
        double given = number(file, line, PREFERENCE);
        if (Double.isNaN(given)) {
            return given;
        }
        double preference = alpaca ? given == 0 ? .5 : given - 1 : given;
        if (!(preference >= 0 && preference <= 1)) {
            throw bad(
                    file,
                    line,
                    PREFERENCE + " is " + given + ", not " + (alpaca ? "1 to 2" : "0 to 1"));
        }
        return preference;
    }

    private static double length(Path file, JsonFiles.Line line, String name) {
        JsonNode text = line.values().path(name);
        if (text.isTextual()) {
            return text.asText().codePointCount(0, text.asText().length());
        }
        if (!text.isMissingNode()) {
            throw bad(file, line, "\"" + name + "\" is not a text");
        }
        double length = number(file, line, name + "_length");
        if (length < 0) {
            throw bad(file, line, name + "_length is below 0");
        }
        return length;
    }

    /// NaN where it is missing or null.
    private static double number(Path file, JsonFiles.Line line, String name) {
        JsonNode value = line.values().path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw bad(file, line, "\"" + name + "\" is not a number");
        }
        return value.asDouble();
    }

    private static ServiceException bad(Path file, JsonFiles.Line line, String what) {
        return new ServiceException(
                "input.json", file + " line " + line.number() + ": " + what, "");
    }
}
