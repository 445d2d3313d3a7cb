package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.label.DawidSkene;
import dev.whetstone.core.label.LabelMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Dawid and Skene's EM on one matrix, as crowd-kit runs it.
final class DawidSkeneChecks {
    private static final double TOLERANCE = 1e-8;

    private final Checks checks;
    private final RecordedMatrix matrix;

    DawidSkeneChecks(Checks checks, RecordedMatrix matrix) {
        this.checks = checks;
        this.matrix = matrix;
    }

    void run(JsonNode recorded) {
        model(recorded.path("dawid_skene"), "dawid_skene", DawidSkene.Confusion.FULL);
        model(recorded.path("one_coin"), "one_coin", DawidSkene.Confusion.ONE_COIN);
    }

    private void model(JsonNode node, String part, DawidSkene.Confusion confusion) {
        if (node.isMissingNode()) {
            return;
        }
        String name = "dawid-skene.json " + matrix.name() + " " + part + " ";
        LabelMatrix votes = matrix.votes();
        DawidSkene.Fit fit =
                new DawidSkene(confusion, DawidSkene.Stop.LOWER_BOUND, 100, 1e-5).fit(votes);
        checks.near(name + "priors", fit.priors(), node.path("priors"), TOLERANCE);
        checks.near(name + "rounds", fit.rounds(), node.path("rounds"), 0);
        double[] bounds = fit.lowerBounds();
        checks.near(name + "loss_first", bounds[0], node.path("loss_first"), TOLERANCE);
        checks.near(
                name + "loss_last", bounds[bounds.length - 1], node.path("loss_last"), TOLERANCE);
        int[] tasks = IntStream.range(0, votes.rows()).filter(i -> votes.votes(i) > 0).toArray();
        JsonNode proba = node.path("proba");
        double[] head = Checks.flat(proba.path("head"));
        checks.near(
                name + "proba head",
                IntStream.of(tasks)
                        .mapToObj(i -> fit.probabilities()[i])
                        .flatMapToDouble(Arrays::stream)
                        .limit(head.length)
                        .toArray(),
                head,
                TOLERANCE);
        double[] sums = new double[votes.classes()];
        for (int i : tasks) {
            Arrays.setAll(sums, y -> sums[y] + fit.probabilities()[i][y]);
        }
        checks.near(
                name + "proba column_sums",
                sums,
                proba.path("column_sums"),
                TOLERANCE * tasks.length);
        for (int j = 0; j < votes.rules(); j++) {
            errors(name, node, votes, fit.errors()[j], j);
        }
    }

    private void errors(String name, JsonNode node, LabelMatrix votes, double[][] table, int rule) {
        String worker = votes.names().get(rule);
        if (node.path("errors").has(worker)) {
            checks.near(
                    name + "errors " + worker,
                    Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray(),
                    Checks.flat(node.path("errors").path(worker)),
                    TOLERANCE);
        }
        if (node.path("skills").has(worker)) {
            checks.near(
                    name + "skills " + worker,
                    table[0][0],
                    node.path("skills").path(worker),
                    TOLERANCE);
        }
    }
}
