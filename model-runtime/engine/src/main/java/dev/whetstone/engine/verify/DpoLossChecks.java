package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.PairLoss;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// `losses/dpo.json`: TRL's DPOTrainer over prepared log-probabilities.
final class DpoLossChecks {
    private static final double STEP = 1e-4;

    private final RecordedPairs input;
    private final JsonNode entry;
    private final Objective objective;
    private final Difference difference = new Difference();

    private DpoLossChecks(RecordedPairs input, JsonNode entry, Objective objective) {
        this.input = input;
        this.entry = entry;
        this.objective = objective;
    }

    static void run(String name, JsonNode recorded, Suite suite) throws IOException {
        for (var entry : recorded.path("cases")) {
            var title = name + " " + entry.path("input").asText() + " " + entry.path("settings");
            suite.attempt(title, () -> check(recorded, entry, title, suite));
        }
    }

    private static void check(JsonNode recorded, JsonNode entry, String title, Suite suite) {
        ObjectNode settings = recorded.path("defaults").deepCopy();
        settings.setAll((ObjectNode) entry.path("settings"));
        var objective = Objective.of(RecordedLoss.read(settings, UnaryOperator.identity()));
        var node = recorded.path("inputs").path(entry.path("input").asText());
        var input = new RecordedPairs(node, objective);
        var checks = new DpoLossChecks(input, entry, objective);
        if (entry.has("trl_fails")) {
            checks.compareSlopes();
        } else {
            checks.compareValues();
            checks.compareGradients();
            checks.compareMetrics();
        }
        suite.add(Check.of(title, checks.difference.largest(), LossChecks.TOLERANCE));
    }

    private void compareValues() {
        var pairs = input.scores();
        difference.add(mean(objective.of(pairs)), entry.path("loss"));
        var alone = entry.path("loss_of_each_pair_alone");
        for (var i = 0; i < alone.size(); i++) {
            difference.add(mean(objective.of(List.of(input.alone(i)))), alone.get(i));
        }
    }

    private void compareGradients() {
        var losses = objective.of(input.scores());
        for (var i = 0; i < losses.size(); i++) {
            var loss = losses.get(i);
            difference.add(
                    first(loss.dChosen(), loss.dChosenText()),
                    entry.path("d_loss_d_chosen_logps").path(i));
            difference.add(
                    first(loss.dRejected(), loss.dRejectedText()),
                    entry.path("d_loss_d_rejected_logps").path(i));
            if (entry.has("d_loss_d_policy_per_token")) {
                compareTokens(i, i, loss.dChosen(), loss.dChosenText());
                compareTokens(i, losses.size() + i, loss.dRejected(), loss.dRejectedText());
            }
        }
    }

    /// Tokens outside the completion are constants here.
    private void compareTokens(int pair, int row, double slope, double text) {
        var recorded = entry.path("d_loss_d_policy_per_token").path(row);
        var place = 0;
        for (var target : input.targets(row)) {
            var factor = objective.discount().factor(place++, input.shared(pair));
            difference.add((slope * factor + text) / input.pairs(), recorded.path(target));
        }
    }

    private void compareMetrics() {
        var chosen = 0.0;
        var rejected = 0.0;
        var right = 0.0;
        var chosenLogp = 0.0;
        var rejectedLogp = 0.0;
        for (var pair : input.scores()) {
            var c = objective.reward(pair.chosen());
            var r = objective.reward(pair.rejected());
            chosen += c / input.pairs();
            rejected += r / input.pairs();
            right += (c > r ? 1.0 : 0.0) / input.pairs();
            chosenLogp += objective.logProb(pair.chosen()) / input.pairs();
            rejectedLogp += objective.logProb(pair.rejected()) / input.pairs();
        }
        difference.add(chosen, entry.path("rewards/chosen"));
        difference.add(rejected, entry.path("rewards/rejected"));
        difference.add(right, entry.path("rewards/accuracies"));
        difference.add(chosen - rejected, entry.path("rewards/margins"));
        difference.add(chosenLogp, entry.path("logps/chosen"));
        difference.add(rejectedLogp, entry.path("logps/rejected"));
    }

    /// Where TRL itself fails, the derivatives are compared to differences of the loss.
    private void compareSlopes() {
        var losses = objective.of(input.scores());
        for (var i = 0; i < losses.size(); i++) {
            difference.add(losses.get(i).dChosen(), slope(i, STEP, 0));
            difference.add(losses.get(i).dRejected(), slope(i, 0, STEP));
        }
    }

    private double slope(int pair, double chosen, double rejected) {
        var up = mean(objective.of(input.moved(pair, chosen, rejected)));
        var down = mean(objective.of(input.moved(pair, -chosen, -rejected)));
        return (up - down) * input.pairs() / (2 * STEP);
    }

    /// The derivative by the completion's first token, which no discount concerns.
    private double first(double slope, double text) {
        return (slope + text) / input.pairs();
    }

    private static double mean(List<PairLoss> losses) {
        return losses.stream().mapToDouble(PairLoss::loss).average().orElse(Double.NaN);
    }
}
