package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.runtime.loss.FDivergence;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads a loss's settings as TRL spells them. A parameter that none of the named losses takes has
/// no effect in TRL and is passed over, so is one that is null.
final class RecordedLoss {
    private static final Set<String> PLAIN =
            Set.of("loss_type", "loss_weights", "beta", "f_divergence_type", "use_weighting");

    private RecordedLoss() {}

    /// Whether a setting is one of a loss.
    static boolean isSetting(String name) {
        return PLAIN.contains(name) || LossParameter.named(name).isPresent();
    }

    /// @param settings all of them; a name that is not understood is refused
    /// @param naming from TRL's `loss_type` to ours
    /// @throws RuntimeFailure `settings.loss`
    static LossSettings read(JsonNode settings, UnaryOperator<String> naming) {
        for (var field : settings.properties()) {
            if (!isSetting(field.getKey())) {
                throw failure("the setting '" + field.getKey() + "' is not understood");
            }
        }
        try {
            return known(settings, naming);
        } catch (IllegalArgumentException e) {
            throw failure(e.getMessage() == null ? "the settings do not fit" : e.getMessage());
        }
    }

    private static LossSettings known(JsonNode settings, UnaryOperator<String> naming) {
        List<LossType> types = new ArrayList<>();
        for (var name : each(settings.path("loss_type"))) {
            types.add(LossType.named(naming.apply(name.asText())));
        }
        var loss = LossSettings.of(types).withBeta(settings.path("beta").asDouble(0.1));
        if (settings.path("loss_weights").isArray()) {
            List<Double> weights = new ArrayList<>();
            settings.path("loss_weights").forEach(weight -> weights.add(weight.asDouble()));
            loss = loss.withWeights(weights);
        }
        if (settings.path("f_divergence_type").isTextual()) {
            loss = loss.with(FDivergence.named(settings.path("f_divergence_type").asText()));
        }
        if (settings.path("use_weighting").asBoolean()) {
            loss = loss.with(Weighting.WPO);
        }
        for (var parameter : LossParameter.values()) {
            var value = settings.path(parameter.spelled());
            if (value.isNumber() && counts(parameter, loss)) {
                loss = loss.with(parameter, value.asDouble());
            }
        }
        return loss;
    }

    private static boolean counts(LossParameter parameter, LossSettings loss) {
        return parameter == LossParameter.ALPHA_DIVERGENCE
                ? loss.divergence() == FDivergence.ALPHA
                : loss.types().stream().anyMatch(type -> type.takes(parameter));
    }

    private static Iterable<JsonNode> each(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }

    static RuntimeFailure failure(String message) {
        return new RuntimeFailure("settings.loss", message, "");
    }
}
