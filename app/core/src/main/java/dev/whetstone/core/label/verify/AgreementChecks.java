package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.evaluate.agreement.Kappa;
import dev.whetstone.core.evaluate.agreement.Kappa.Weights;
import dev.whetstone.core.evaluate.agreement.Krippendorff;
import dev.whetstone.core.evaluate.agreement.Ratings;
import dev.whetstone.core.evaluate.agreement.Scale;
import java.util.Locale;

/// Agreement between raters.
final class AgreementChecks {
    private static final double EXACT = 1e-9;

    private final Checks checks;

    AgreementChecks(Checks checks) {
        this.checks = checks;
    }

    void run(JsonNode file) {
        file.path("cases").forEach(this::ratings);
    }

    private void ratings(JsonNode node) {
        String name = "agreement.json " + node.path("name").asText() + " ";
        Ratings ratings = new Ratings(node.path("levels").intValue(), values(node.path("ratings")));
        for (Scale scale : Scale.values()) {
            String field = scale.name().toLowerCase(Locale.ROOT);
            checks.near(
                    name + "krippendorff_alpha " + field,
                    Krippendorff.alpha(ratings, scale),
                    node.path("krippendorff_alpha").path(field),
                    EXACT);
        }
        node.path("cohen").forEach(pair -> pair(name, pair, ratings));
        JsonNode complete = node.path("fleiss_complete_rows");
        checks.near(name + "complete rows", Kappa.complete(ratings), complete.path("rows"), 0);
        checks.near(name + "fleiss", Kappa.fleiss(ratings), complete.path("kappa"), EXACT);
        checks.near(
                name + "free-marginal",
                Kappa.freeMarginal(ratings),
                complete.path("kappa_uniform_chance"),
                EXACT);
    }

    private void pair(String of, JsonNode node, Ratings ratings) {
        int rater = node.path("raters").path(0).intValue();
        int other = node.path("raters").path(1).intValue();
        String name = of + "raters " + rater + " and " + other + " ";
        checks.near(name + "n", Kappa.both(ratings, rater, other), node.path("n"), 0);
        checks.near(
                name + "agreement",
                Kappa.agreement(ratings, rater, other),
                node.path("agreement"),
                EXACT);
        kappa(name, "kappa", ratings, node, Weights.EQUAL);
        kappa(name, "kappa_linear", ratings, node, Weights.LINEAR);
        kappa(name, "kappa_quadratic", ratings, node, Weights.QUADRATIC);
    }

    private void kappa(String of, String field, Ratings ratings, JsonNode node, Weights weights) {
        int rater = node.path("raters").path(0).intValue();
        int other = node.path("raters").path(1).intValue();
        checks.near(
                of + field, Kappa.cohen(ratings, rater, other, weights), node.path(field), EXACT);
    }

    private static int[][] values(JsonNode units) {
        return units.valueStream()
                .map(unit -> unit.valueStream().mapToInt(JsonNode::asInt).toArray())
                .toArray(int[][]::new);
    }
}
