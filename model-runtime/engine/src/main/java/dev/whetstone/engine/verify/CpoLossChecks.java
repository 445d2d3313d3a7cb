package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.OddsRatio;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.loss.Ratios;
import dev.whetstone.engine.loss.Scored;
import dev.whetstone.runtime.loss.LossParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `losses/orpo-cpo-simpo.json`: TRL's ORPOTrainer and CPOTrainer over prepared log-probabilities,
/// and as whole losses of a model.
final class CpoLossChecks {
    private static final Set<String> ORPO =
            Set.of(
                    "beta",
                    "beta_times_log_sigmoid",
                    "odds_ratio_term_of_the_loss",
                    "log_odds_ratio_mean",
                    "log_odds_chosen_mean",
                    "d_d_chosen_mean",
                    "d_d_rejected_mean");
    private static final Set<String> CPO_RESULTS =
            Set.of(
                    "log_probs_used",
                    "losses",
                    "loss",
                    "d_loss_d_chosen",
                    "d_loss_d_rejected",
                    "rewards_chosen",
                    "rewards_rejected");

    private CpoLossChecks() {}

    static void run(Path root, String name, JsonNode recorded, Suite suite) throws IOException {
        var input = recorded.path("inputs");
        for (var entry : recorded.path("orpo")) {
            var title = name + " orpo {\"beta\":" + entry.path("beta") + "}";
            suite.attempt(title, () -> suite.add(orpo(title, input, entry)));
        }
        for (var entry : recorded.path("cpo")) {
            var settings = settings(entry);
            var title = name + " cpo " + settings;
            suite.attempt(title, () -> suite.add(cpo(title, input, entry, settings)));
        }
        for (var entry : recorded.path("on_a_model")) {
            var title = name + " on a model: " + entry.path("name").asText();
            suite.attempt(title, () -> ModelLossChecks.check(root, title, entry, suite));
        }
    }

    /// The odds ratio's term; likelihood has no part in it.
    private static Check orpo(String title, JsonNode input, JsonNode entry) {
        for (var field : entry.properties()) {
            if (!ORPO.contains(field.getKey())) {
                throw RecordedLoss.failure("'" + field.getKey() + "' is not understood");
            }
        }
        var loss = new OddsRatio(entry.path("beta").asDouble());
        var difference = new Difference();
        var pairs = input.path("chosen_mean").size();
        var sum = 0.0;
        var ratio = 0.0;
        var odds = 0.0;
        for (var i = 0; i < pairs; i++) {
            var pair =
                    Ratios.of(
                            input.path("chosen_mean").get(i).asDouble(),
                            input.path("rejected_mean").path(i).asDouble(Double.NaN),
                            1,
                            1);
            var slopes = loss.of(pair);
            sum += slopes.loss();
            ratio += loss.metrics(pair).getOrDefault("log_odds_ratio", Double.NaN);
            odds += loss.metrics(pair).getOrDefault("log_odds_chosen", Double.NaN);
            difference.add(-slopes.loss(), entry.path("beta_times_log_sigmoid").path(i));
            difference.add(slopes.chosen() / pairs, entry.path("d_d_chosen_mean").path(i));
            difference.add(slopes.rejected() / pairs, entry.path("d_d_rejected_mean").path(i));
        }
        difference.add(sum / pairs, entry.path("odds_ratio_term_of_the_loss"));
        difference.add(ratio / pairs, entry.path("log_odds_ratio_mean"));
        difference.add(odds / pairs, entry.path("log_odds_chosen_mean"));
        return Check.of(title, difference.largest(), LossChecks.TOLERANCE);
    }

    /// TRL's names for the same parameters.
    static ObjectNode settings(JsonNode entry) {
        var settings = JsonNodeFactory.instance.objectNode();
        for (var field : entry.properties()) {
            if (field.getKey().equals("alpha_of_AlphaPO")) {
                settings.set(LossParameter.ALPHA_PO.spelled(), field.getValue());
            } else if (!CPO_RESULTS.contains(field.getKey())) {
                settings.set(field.getKey(), field.getValue());
            }
        }
        return settings;
    }

    /// CPOTrainer's `loss_type` by our names.
    static String named(String type) {
        return switch (type) {
            case "sigmoid" -> "cpo";
            case "hinge" -> "cpo_hinge";
            case "ipo" -> "cpo_ipo";
            default -> type;
        };
    }

    private static Check cpo(String title, JsonNode input, JsonNode entry, ObjectNode settings) {
        settings.put(LossParameter.CPO_ALPHA.spelled(), 0);
        var objective = Objective.of(RecordedLoss.read(settings, CpoLossChecks::named));
        var difference = new Difference();
        var pairs = input.path("chosen_sum").size();
        var sum = 0.0;
        for (var i = 0; i < pairs; i++) {
            var chosen = scored(input, "chosen", i);
            var rejected = scored(input, "rejected", i);
            var loss = objective.of(List.of(PairScores.of(chosen, rejected))).getFirst();
            sum += loss.loss();
            difference.add(loss.loss(), entry.path("losses").path(i));
            var mean = entry.path("log_probs_used").asText().equals("mean");
            difference.add(
                    loss.dChosen() * (mean ? chosen.tokens() : 1) / pairs,
                    entry.path("d_loss_d_chosen").path(i));
            difference.add(
                    loss.dRejected() * (mean ? rejected.tokens() : 1) / pairs,
                    entry.path("d_loss_d_rejected").path(i));
            difference.add(objective.reward(chosen), entry.path("rewards_chosen").path(i));
            difference.add(objective.reward(rejected), entry.path("rewards_rejected").path(i));
        }
        difference.add(sum / pairs, entry.path("loss"));
        return Check.of(title, difference.largest(), LossChecks.TOLERANCE);
    }

    private static Scored scored(JsonNode input, String side, int pair) {
        return Scored.of(
                input.path(side + "_sum").get(pair).asDouble(),
                0,
                input.path(side + "_lengths").get(pair).asInt());
    }
}
