package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.evaluate.Bootstrap;
import dev.whetstone.core.evaluate.Calibration;
import dev.whetstone.core.evaluate.ClassScores;
import dev.whetstone.core.evaluate.Correlation;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.evaluate.PlattScaling;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.evaluate.Temperature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Accuracy, proper scores, calibration, intervals and correlations.
final class MetricChecks {
    private static final double EXACT = 1e-9;
    private static final double Z80 = 1.2815515655446004;

    private final Checks checks;

    MetricChecks(Checks checks) {
        this.checks = checks;
    }

    void run(JsonNode file) {
        file.path("predictions").forEach(this::predictions);
        int at = 0;
        for (JsonNode node : file.path("rank_correlation")) {
            correlations(node, "metrics.json rank_correlation " + at++ + " ");
        }
        for (JsonNode node : file.path("proportions")) {
            proportion(node);
        }
    }

    private void predictions(JsonNode node) {
        String name = "metrics.json " + node.path("name").asText() + " ";
        double[] y = Checks.numbers(node.path("y"));
        double[] p = Checks.numbers(node.path("p"));
        double[] weight = Checks.numbers(node.path("weight"));
        Predictions of = new Predictions(p, y);
        checks.near(
                name + "accuracy_half_for_ties",
                Scores.accuracy(of).value(),
                node.path("accuracy_half_for_ties"),
                EXACT);
        checks.near(name + "log_loss", Scores.logLoss(of), node.path("log_loss"), EXACT);
        checks.near(name + "brier", Scores.brier(of), node.path("brier"), EXACT);
        checks.near(name + "auroc", Scores.auroc(of), node.path("auroc"), EXACT);
        checks.near(
                name + "log_loss_weighted",
                Scores.weightedMean(weight, i -> Scores.crossEntropy(p[i], y[i])),
                node.path("log_loss_weighted"),
                EXACT);
        checks.near(
                name + "brier_weighted",
                Scores.weightedMean(weight, i -> (p[i] - y[i]) * (p[i] - y[i])),
                node.path("brier_weighted"),
                EXACT);
        if (node.has("soft_target")) {
            Predictions soft = new Predictions(p, Checks.numbers(node.path("soft_target")));
            checks.near(
                    name + "cross_entropy_soft",
                    Scores.logLoss(soft),
                    node.path("cross_entropy_soft"),
                    EXACT);
        }
        confusion(name, node, p, y);
        for (int bins : new int[] {10, 15}) {
            ece(name + "ece_equal_width_", node, bins, Calibration.equalWidth(of, bins));
            ece(name + "ece_equal_mass_", node, bins, Calibration.equalMass(of, bins));
            ece(name + "ece_confidence_", node, bins, Calibration.confidence(of, bins));
        }
        scaling(name, node, p, y);
        bootstrap(name, node.path("bootstrap_accuracy_95"), of);
    }

    private void confusion(String name, JsonNode node, double[] p, double[] y) {
        ClassScores scores =
                new ClassScores(
                        Arrays.stream(y).mapToInt(v -> (int) v).toArray(),
                        Arrays.stream(p).mapToInt(v -> v >= 0.5 ? 1 : 0).toArray(),
                        2);
        checks.near(
                name + "confusion_at_half",
                new double[] {
                    scores.count(0, 0), scores.count(0, 1), scores.count(1, 0), scores.count(1, 1)
                },
                Checks.flat(node.path("confusion_at_half")),
                0);
        checks.near(name + "f1", scores.f1(1), node.path("f1"), EXACT);
        checks.near(name + "matthews", scores.matthews(), node.path("matthews"), EXACT);
    }

    private void ece(String name, JsonNode node, int bins, List<ReliabilityBin> computed) {
        String field = name.substring(name.lastIndexOf(' ') + 1) + bins;
        JsonNode recorded = node.path(field);
        checks.near(name + bins, Calibration.expectedError(computed), recorded.path("ece"), EXACT);
        checks.near(
                name + bins + " max_gap",
                computed.stream().mapToDouble(ReliabilityBin::gap).max().orElse(0),
                recorded.path("max_gap"),
                EXACT);
        checks.near(
                name + bins + " bins_used",
                computed.stream().filter(bin -> bin.items() > 0).count(),
                recorded.path("bins_used"),
                0);
    }

    private void scaling(String name, JsonNode node, double[] p, double[] y) {
        double[] z =
                node.has("logit")
                        ? Checks.numbers(node.path("logit"))
                        : Arrays.stream(p).map(Logistic::logit).toArray();
        double[] ones = new double[z.length];
        Arrays.fill(ones, 1);
        JsonNode temperature = node.path("temperature");
        double t = Temperature.fit(z, y, ones);
        checks.near(
                name + "temperature",
                t,
                temperature.path("temperature"),
                1e-5 * Checks.number(temperature.path("temperature")));
        checks.near(
                name + "temperature log_loss_after",
                Scores.weightedMean(ones, i -> Logistic.loss(z[i] / t, y[i])),
                temperature.path("log_loss_after"),
                1e-6);
        JsonNode platt = node.path("platt");
        double[] w = PlattScaling.fit(z, y, 0);
        checks.near(name + "platt slope", w[0], platt.path("slope"), 1e-4);
        checks.near(name + "platt intercept", w[1], platt.path("intercept"), 1e-4);
        checks.near(
                name + "platt log_loss",
                Scores.weightedMean(ones, i -> Logistic.loss(w[0] * z[i] + w[1], y[i])),
                platt.path("log_loss"),
                1e-6);
    }

    private void bootstrap(String name, JsonNode node, Predictions of) {
        if (node.isMissingNode()) {
            return;
        }
        Estimate interval =
                new Bootstrap(IntStream.range(0, of.size()).boxed().toList(), 4000, new Random(1))
                        .interval(items -> Scores.accuracy(of.select(items)).value());
        double tolerance = node.path("tolerance_for_other_generators").asDouble() + EXACT;
        checks.near(name + "bootstrap low", interval.low(), node.path("low"), tolerance);
        checks.near(name + "bootstrap high", interval.high(), node.path("high"), tolerance);
    }

    private void correlations(JsonNode node, String name) {
        double[] x = Checks.numbers(node.path("x"));
        double[] y = Checks.numbers(node.path("y"));
        checks.near(name + "pearson", Correlation.pearson(x, y), node.path("pearson"), EXACT);
        checks.near(name + "spearman", Correlation.spearman(x, y), node.path("spearman"), EXACT);
        checks.near(
                name + "kendall_tau_b",
                Correlation.kendallTauB(x, y),
                node.path("kendall_tau_b"),
                EXACT);
    }

    private void proportion(JsonNode node) {
        double k = Checks.number(node.path("successes"));
        double n = Checks.number(node.path("n"));
        String name = "metrics.json proportion " + k + " of " + n + " ";
        Estimate at95 = Estimate.ofProportion(k, n);
        Estimate at80 = Estimate.wilson(k, n, Z80);
        checks.near(
                name + "wilson_95",
                new double[] {at95.low(), at95.high()},
                node.path("wilson_95"),
                EXACT);
        checks.near(
                name + "wilson_80",
                new double[] {at80.low(), at80.high()},
                node.path("wilson_80"),
                EXACT);
    }
}
