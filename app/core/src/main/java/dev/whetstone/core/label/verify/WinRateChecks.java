package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.evaluate.LassoLogistic;
import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.evaluate.WinRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Win rates, raw and length-controlled, of invented models.
final class WinRateChecks {
    private static final double GAMED_WEIGHT = .1;
    private static final double[] GRID =
            IntStream.range(0, 10).mapToDouble(i -> Math.pow(10, -4 + 8.0 * i / 9)).toArray();

    private final Checks checks;

    WinRateChecks(Checks checks) {
        this.checks = checks;
    }

    /// One row of the regression.
    private record Row(double[] features, double preference, double weight) {}

    void run(JsonNode file) {
        file.path("models").properties().forEach(e -> model(file, e.getKey(), e.getValue()));
    }

    private void model(JsonNode file, String model, JsonNode node) {
        String name = "length-controlled.json " + model + " ";
        checks.near(
                name + "raw",
                100 * WinRate.raw(Checks.numbers(node.path("preference"))).value(),
                node.path("raw").path("win_rate"),
                1e-9);
        node.path("variants")
                .properties()
                .forEach(e -> variant(file, node, e.getKey(), e.getValue(), name + e.getKey()));
    }

    private void variant(
            JsonNode file, JsonNode model, String variant, JsonNode recorded, String name) {
        boolean difficulty = !variant.endsWith("minimal");
        List<Row> rows = new ArrayList<>();
        if (variant.endsWith("v1")) {
            rows.addAll(gamed(file, file.path("gamed").path("base_concise")));
            rows.addAll(gamed(file, file.path("gamed").path("base_verbose")));
        }
        rows.addAll(own(file, model));
        double[][] x =
                rows.stream()
                        .map(Row::features)
                        .map(f -> difficulty ? f : new double[] {f[0], f[2]})
                        .toArray(double[][]::new);
        LassoLogistic regression =
                new LassoLogistic(
                        x,
                        rows.stream().mapToDouble(Row::preference).toArray(),
                        rows.stream().mapToDouble(Row::weight).toArray());
        int[] folds = recorded.path("folds").asText().chars().map(c -> c - '0').toArray();
        double c = recorded.path("C").asDouble();
        // the loss hardly moves once C is large, so the recorded choice must be as good as ours
        checks.near(
                name + " loss at C",
                new double[] {
                    regression.crossValidated(regression.chooseStrength(GRID, folds), folds)
                },
                new double[] {regression.crossValidated(c, folds)},
                1e-5);
        double[] w = regression.fit(c);
        checks.near(
                name + " weights",
                w,
                recorded.path("weights").valueStream().mapToDouble(Checks::number).toArray(),
                1e-3);
        double rate =
                Arrays.stream(Checks.numbers(file.path("instruction_difficulty")))
                        .map(d -> Logistic.sigmoid(difficulty ? w[1] * d + w[2] : w[1]))
                        .average()
                        .orElse(Double.NaN);
        checks.near(
                name + " length_controlled_winrate",
                100 * rate,
                recorded.path("length_controlled_winrate"),
                .02);
    }

    private static List<Row> gamed(JsonNode file, JsonNode baseline) {
        double[] difficulty = Checks.numbers(file.path("instruction_difficulty"));
        double[] lengths = Checks.numbers(baseline.path("std_delta_len"));
        double[] preference = Checks.numbers(baseline.path("preference"));
        return IntStream.range(0, preference.length)
                .filter(i -> !Double.isNaN(preference[i]))
                .mapToObj(
                        i ->
                                new Row(
                                        new double[] {Math.tanh(lengths[i]), difficulty[i], 0},
                                        preference[i],
                                        GAMED_WEIGHT))
                .toList();
    }

    private static List<Row> own(JsonNode file, JsonNode model) {
        double[] difficulty = Checks.numbers(file.path("instruction_difficulty"));
        double[] base = Checks.numbers(file.path("base_length"));
        double[] length = Checks.numbers(model.path("length"));
        double[] preference = Checks.numbers(model.path("preference"));
        double sd = model.path("std_of_length_difference").asDouble();
        return IntStream.range(0, preference.length)
                .filter(i -> !Double.isNaN(preference[i]))
                .mapToObj(
                        i ->
                                new Row(
                                        new double[] {
                                            Math.tanh((base[i] - length[i]) / sd), difficulty[i], 1
                                        },
                                        preference[i],
                                        1))
                .toList();
    }
}
