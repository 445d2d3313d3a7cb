package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.engine.loss.Kto;
import dev.whetstone.runtime.loss.LossParameter;
import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;

/// `losses/kto.json`: TRL's KTOTrainer over prepared log-probabilities of unpaired rows.
final class KtoLossChecks {
    private static final Set<String> RESULTS =
            Set.of(
                    "input",
                    "loss",
                    "kl",
                    "d_loss_d_policy_logps",
                    "rewards/chosen",
                    "rewards/rejected",
                    "rewards/margins",
                    "logps/chosen",
                    "logps/rejected");

    private final JsonNode input;
    private final JsonNode entry;
    private final Difference difference = new Difference();

    private KtoLossChecks(JsonNode input, JsonNode entry) {
        this.input = input;
        this.entry = entry;
    }

    static void run(String name, JsonNode recorded, Suite suite) throws IOException {
        for (var entry : recorded.path("cases")) {
            var settings = JsonNodeFactory.instance.objectNode();
            entry.properties().stream()
                    .filter(field -> !RESULTS.contains(field.getKey()))
                    .forEach(field -> settings.set(field.getKey(), field.getValue()));
            var title = name + " " + entry.path("input").asText() + " " + settings;
            suite.attempt(
                    title,
                    () -> {
                        var checks =
                                new KtoLossChecks(
                                        recorded.path("inputs").path(entry.path("input").asText()),
                                        entry);
                        checks.compare(settings);
                        suite.add(
                                Check.of(title, checks.difference.largest(), LossChecks.TOLERANCE));
                    });
        }
    }

    private void compare(JsonNode settings) {
        var loss = RecordedLoss.read(settings, UnaryOperator.identity());
        var type = loss.types().getFirst();
        var rows =
                new Kto(
                        loss.beta(),
                        loss.value(type, LossParameter.DESIRABLE_WEIGHT),
                        loss.value(type, LossParameter.UNDESIRABLE_WEIGHT));
        var drift =
                switch (type) {
                    case KTO -> Kto.drift(ratios("KL_policy_logps", "KL_reference_logps"));
                    case APO_ZERO_UNPAIRED -> 0;
                    default ->
                            throw RecordedLoss.failure(
                                    type.spelled() + " is no loss of unpaired rows");
                };
        difference.add(drift, entry.path("kl"));
        var ratios = ratios("policy_logps", "reference_logps");
        var sum = 0.0;
        for (var i = 0; i < ratios.length; i++) {
            var row =
                    input.path("labels").get(i).asInt() == 1
                            ? rows.desirable(ratios[i], drift)
                            : rows.undesirable(ratios[i], drift);
            sum += row.loss();
            difference.add(
                    row.slope() / ratios.length, entry.path("d_loss_d_policy_logps").path(i));
        }
        difference.add(sum / ratios.length, entry.path("loss"));
        compareSide(1, "chosen", loss.beta(), ratios);
        compareSide(0, "rejected", loss.beta(), ratios);
    }

    /// A side without rows is not recorded.
    private void compareSide(int label, String side, double beta, double[] ratios) {
        var count = 0;
        var reward = 0.0;
        var logProb = 0.0;
        for (var i = 0; i < ratios.length; i++) {
            if (input.path("labels").get(i).asInt() == label) {
                count++;
                reward += beta * ratios[i];
                logProb += input.path("policy_logps").get(i).asDouble();
            }
        }
        if (count > 0) {
            difference.add(reward / count, entry.path("rewards/" + side));
            difference.add(logProb / count, entry.path("logps/" + side));
        }
    }

    private double[] ratios(String policy, String reference) {
        var ratios = new double[input.path(policy).size()];
        for (var i = 0; i < ratios.length; i++) {
            ratios[i] =
                    input.path(policy).get(i).asDouble()
                            - input.path(reference).path(i).asDouble(Double.NaN);
        }
        return ratios;
    }
}
