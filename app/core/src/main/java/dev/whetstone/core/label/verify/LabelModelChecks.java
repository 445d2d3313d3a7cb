package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.evaluate.ClassScores;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.LabelAnalysis;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.MajorityVote;
import dev.whetstone.core.label.SnorkelFit;
import dev.whetstone.core.label.SnorkelLabelModel;
import dev.whetstone.core.label.SnorkelSettings;
import dev.whetstone.core.label.TieBreak;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// LF analysis, majority vote and Snorkel's label model on one matrix.
final class LabelModelChecks {
    private static final double EXACT = 1e-12;

    private final Checks checks;
    private final RecordedMatrix matrix;
    private final LabelMatrix votes;
    private final JsonNode configs;
    private final JsonNode recorded;

    LabelModelChecks(Checks checks, RecordedMatrix matrix, JsonNode file) {
        this.checks = checks;
        this.matrix = matrix;
        this.votes = matrix.votes();
        this.configs = file.path("configs");
        this.recorded = file.path("results").path(matrix.name());
    }

    void run() {
        if (recorded.isMissingNode()) {
            checks.skip("label-models.json has no results for " + matrix.name());
            return;
        }
        analysis(recorded.path("analysis"), name("analysis"));
        JsonNode majority = recorded.path("majority");
        predictions(majority, name("majority"), MajorityVote.probabilities(votes), EXACT);
        recorded.path("label_model").properties().forEach(e -> model(e.getKey(), e.getValue()));
    }

    static void refusals(Checks checks, RecordedMatrix matrix, JsonNode errors) {
        List<String> two = List.of("a", "b");
        SnorkelLabelModel model = new SnorkelLabelModel(SnorkelSettings.SNORKEL);
        if (errors.has("fewer than three LFs")) {
            checks.refused(
                    "label-models.json errors fewer than three LFs",
                    () ->
                            model.fit(
                                    LabelMatrix.of(two, 2, new int[][] {{0, 1}, {1, 1}}),
                                    new double[] {.5, .5}));
        }
        if (errors.has("class balance with a zero")) {
            double[] balance = new double[matrix.votes().classes()];
            balance[balance.length - 1] = 1;
            checks.refused(
                    "label-models.json errors class balance with a zero",
                    () -> model.fit(matrix.votes(), balance));
        }
        if (errors.has("vote above cardinality")) {
            checks.refused(
                    "label-models.json errors vote above cardinality",
                    () -> LabelMatrix.of(two, 2, new int[][] {{0, 2}}));
        }
    }

    private void analysis(JsonNode node, String name) {
        LabelAnalysis a = new LabelAnalysis(votes);
        int[] gold = matrix.gold();
        checks.near(
                name + " label_coverage", a.labelCoverage(), node.path("label_coverage"), EXACT);
        checks.near(name + " label_overlap", a.labelOverlap(), node.path("label_overlap"), EXACT);
        checks.near(
                name + " label_conflict", a.labelConflict(), node.path("label_conflict"), EXACT);
        column(node, name, "coverage", a::coverage);
        column(node, name, "overlaps", a::overlaps);
        column(node, name, "conflicts", a::conflicts);
        column(node, name, "overlaps_by_coverage", j -> share(a.overlaps(j), a.coverage(j)));
        column(node, name, "conflicts_by_overlaps", j -> share(a.conflicts(j), a.overlaps(j)));
        column(node, name, "correct", j -> a.correct(j, gold));
        column(node, name, "incorrect", j -> a.incorrect(j, gold));
        column(
                node,
                name,
                "empirical_accuracy",
                j -> share(a.correct(j, gold), a.correct(j, gold) + a.incorrect(j, gold)));
        for (int j = 0; j < votes.rules(); j++) {
            checks.near(
                    name + " empirical_probs " + j,
                    Arrays.stream(a.empiricalProbabilities(j, gold))
                            .flatMapToDouble(Arrays::stream)
                            .toArray(),
                    Checks.flat(node.path("empirical_probs").path(j)),
                    EXACT);
            checks.same(
                    name + " polarity " + j,
                    a.polarity(j),
                    node.path("polarity").path(j).valueStream().map(JsonNode::intValue).toList());
        }
    }

    /// Snorkel shows 0 for a function that never voted; we show a dash.
    private static double share(double part, double of) {
        return of == 0 ? 0 : part / of;
    }

    private void column(JsonNode node, String name, String column, IntToDoubleFunction figure) {
        checks.near(
                name + " " + column,
                IntStream.range(0, votes.rules()).mapToDouble(figure).toArray(),
                node.path(column),
                EXACT);
    }

    private void model(String config, JsonNode node) {
        JsonNode settings = configs.path(config);
        int epochs = settings.path("n_epochs").asInt(100);
        double loose = epochs >= 1000 ? 10 : 1;
        SnorkelFit fit =
                new SnorkelLabelModel(settings(settings, epochs)).fit(votes, balance(settings));
        String name = name(config);
        checks.near(name + " class_balance", fit.balance(), node.path("class_balance"), EXACT);
        int k = votes.classes();
        double[] mu = new double[votes.rules() * k * k];
        for (int i = 0; i < mu.length; i++) {
            mu[i] = fit.mu(i / k, i % k);
        }
        checks.near(name + " mu", mu, Checks.flat(node.path("mu")), loose * 1e-6);
        double[] weights = fit.weights();
        // Snorkel clips the division by a coverage of 0 to 1; we show a dash
        Arrays.setAll(weights, j -> Double.isNaN(weights[j]) ? 1 : weights[j]);
        checks.near(name + " weights", weights, node.path("weights"), loose * 1e-5);
        checks.near(
                name + " final_loss_without_l2",
                fit.loss(),
                node.path("final_loss_without_l2"),
                loose * 1e-6);
        predictions(node, name, fit.probabilities(), loose * 1e-5);
    }

    private void predictions(JsonNode node, String name, double[][] p, double tolerance) {
        JsonNode proba = node.path("proba");
        double[] head = Checks.flat(proba.path("head"));
        checks.near(
                name + " proba head",
                Arrays.stream(p).flatMapToDouble(Arrays::stream).limit(head.length).toArray(),
                head,
                tolerance);
        double[] sums = new double[votes.classes()];
        double[] squares = new double[votes.classes()];
        for (double[] row : p) {
            for (int y = 0; y < row.length; y++) {
                sums[y] += row[y];
                squares[y] += row[y] * row[y];
            }
        }
        double many = tolerance * p.length;
        checks.near(name + " proba column_sums", sums, proba.path("column_sums"), many);
        checks.near(
                name + " proba column_sums_of_squares",
                squares,
                proba.path("column_sums_of_squares"),
                2 * many);
        scores(node, name, "abstain", TieBreak.ABSTAIN.predict(p), p);
        scores(node, name, "random", TieBreak.BY_ROW_NUMBER.predict(p), p);
    }

    private void scores(JsonNode node, String name, String policy, int[] predicted, double[][] p) {
        String text = node.path("predict_" + policy).asText("");
        if (!text.isEmpty()) {
            checks.same(name + " predict_" + policy, RecordedMatrix.text(predicted), text);
        }
        ClassScores scores = new ClassScores(matrix.gold(), predicted, votes.classes());
        JsonNode score = node.path("score_" + policy);
        String prefix = name + " score_" + policy + " ";
        checks.near(prefix + "accuracy", scores.accuracy(), score.path("accuracy"), EXACT);
        checks.near(prefix + "coverage", scores.coverage(), score.path("coverage"), EXACT);
        checks.near(prefix + "f1_micro", scores.accuracy(), score.path("f1_micro"), EXACT);
        checks.near(prefix + "f1_macro", scores.f1Macro(), score.path("f1_macro"), EXACT);
        checks.near(prefix + "f1", scores.f1(1), score.path("f1"), EXACT);
        checks.near(prefix + "precision", scores.precision(1), score.path("precision"), EXACT);
        checks.near(prefix + "recall", scores.recall(1), score.path("recall"), EXACT);
        checks.near(
                prefix + "matthews_corrcoef",
                scores.matthews(),
                score.path("matthews_corrcoef"),
                EXACT);
        if (votes.classes() == 2) {
            Predictions forA =
                    new Predictions(
                            Arrays.stream(p).mapToDouble(row -> row[1]).toArray(),
                            Arrays.stream(matrix.gold()).asDoubleStream().toArray());
            // equal probabilities differ by rounding between float32 and float64
            checks.near(prefix + "roc_auc", Scores.auroc(forA), score.path("roc_auc"), 2e-3);
        }
    }

    private SnorkelSettings settings(JsonNode config, int epochs) {
        SnorkelSettings defaults = SnorkelSettings.SNORKEL;
        return new SnorkelSettings(
                epochs,
                config.path("lr").asDouble(defaults.learningRate()),
                config.path("l2").asDouble(defaults.l2()),
                SnorkelSettings.Optimizer.valueOf(upper(config, "optimizer", "sgd")),
                SnorkelSettings.Schedule.valueOf(upper(config, "lr_scheduler", "constant")),
                config.path("prec_init").asDouble(defaults.precisionInit()),
                config.path("mu_eps").asDouble(0),
                config.path("seed").asInt(defaults.seed()),
                0);
    }

    private double[] balance(JsonNode config) {
        if (config.has("Y_dev")) {
            return SnorkelLabelModel.balanceOf(matrix.gold(), votes.classes());
        }
        if (config.path("class_balance").isArray()) {
            return Checks.numbers(config.path("class_balance"));
        }
        if (config.path("class_balance").asText("uniform").equals("skew")) {
            return votes.classes() == 2 ? new double[] {.4, .6} : new double[] {.25, .45, .3};
        }
        double[] uniform = new double[votes.classes()];
        Arrays.fill(uniform, 1.0 / uniform.length);
        return uniform;
    }

    private static String upper(JsonNode config, String field, String otherwise) {
        return config.path(field).asText(otherwise).toUpperCase(Locale.ROOT);
    }

    private String name(String part) {
        return "label-models.json " + matrix.name() + " " + part;
    }
}
