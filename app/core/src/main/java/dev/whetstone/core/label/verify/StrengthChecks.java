package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.label.Strengths;
import java.util.Arrays;
import java.util.List;

/// Bradley-Terry and Plackett-Luce strengths; the tool's penalty alpha is half of ours.
final class StrengthChecks {
    private static final double TOLERANCE = 1e-5;

    private final Checks checks;

    StrengthChecks(Checks checks) {
        this.checks = checks;
    }

    void run(JsonNode file) {
        for (JsonNode node : file.path("bradley_terry")) {
            List<Strengths.Choice> wins =
                    node.path("wins")
                            .valueStream()
                            .map(
                                    win ->
                                            Strengths.Choice.pair(
                                                    win.path(0).intValue(),
                                                    win.path(1).intValue(),
                                                    1))
                            .toList();
            check("strengths.json bradley_terry " + node.path("name").asText(), node, wins);
        }
        for (JsonNode node : file.path("plackett_luce")) {
            List<Strengths.Choice> stages =
                    node.path("rankings_best_first")
                            .valueStream()
                            .map(r -> r.valueStream().mapToInt(JsonNode::intValue).toArray())
                            .flatMap(r -> Strengths.stages(r).stream())
                            .toList();
            check("strengths.json plackett_luce " + node.path("name").asText(), node, stages);
        }
    }

    private void check(String name, JsonNode node, List<Strengths.Choice> choices) {
        Strengths strengths = new Strengths(node.path("items").intValue(), choices);
        JsonNode likeliest = node.path("mle_ilsr");
        if (likeliest.has("error")) {
            checks.refused(name + " mle", strengths::maximumLikelihood);
        } else if (likeliest.isArray()) {
            checks.near(name + " mle", strengths.maximumLikelihood(), likeliest, TOLERANCE);
        }
        node.path("penalised")
                .properties()
                .forEach(
                        e ->
                                checks.near(
                                        name + " penalised " + e.getKey(),
                                        strengths.penalised(2 * Double.parseDouble(e.getKey())),
                                        e.getValue(),
                                        TOLERANCE));
        double[] s = strengths.penalised(0.2);
        checks.near(
                name + " log-likelihood",
                strengths.logLikelihood(s),
                node.path("penalised_0.1_log_likelihood"),
                1e-4);
        JsonNode p = node.path("penalised_0.1_probabilities");
        for (int i = 0; i < p.size(); i++) {
            int winner = i;
            double[] row =
                    Arrays.stream(s).map(other -> 1 / (1 + Math.exp(other - s[winner]))).toArray();
            row[winner] = Double.NaN;
            checks.near(name + " probabilities of " + i, row, p.path(i), TOLERANCE);
        }
    }
}
