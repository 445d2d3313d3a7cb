package dev.whetstone.runtime.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A preference loss, or a weighted sum of several.
///
/// @param types the losses that are added
/// @param weights one for each of them, at least 0
/// @param beta strength of the pull to the reference, above 0; shared by all of them
/// @param divergence from the reference
/// @param weighting of the pairs
/// @param parameters those that are set; the others have the loss's usual value
public record LossSettings(
        List<LossType> types,
        List<Double> weights,
        double beta,
        FDivergence divergence,
        Weighting weighting,
        Map<LossParameter, Double> parameters) {
    /// @throws IllegalArgumentException naming what does not fit
    public LossSettings {
        types = List.copyOf(types);
        weights = List.copyOf(weights);
        Map<LossParameter, Double> ordered = new EnumMap<>(LossParameter.class);
        ordered.putAll(parameters);
        parameters = Collections.unmodifiableMap(ordered);
        if (types.isEmpty() || types.size() != weights.size()) {
            throw new IllegalArgumentException(
                    types.size() + " losses have " + weights.size() + " weights");
        }
        if (!weights.stream().allMatch(weight -> weight >= 0 && weight < 1e9)
                || weights.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException(
                    "the losses' weights are " + weights + ": none below 0, one above");
        }
        if (!(beta > 0 && beta <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("beta is " + beta + ", not above 0");
        }
        checkParameters(types, parameters);
        checkDivergence(types, divergence, parameters);
        if (types.contains(LossType.ORPO)
                && (types.contains(LossType.RPO)
                        || parameters.containsKey(LossParameter.NLL_WEIGHT))) {
            throw new IllegalArgumentException(
                    "orpo learns chosen responses already: it takes no rpo_alpha");
        }
    }

    /// A loss by its name alone, as the records of runs had it before there were several.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LossSettings named(String name) {
        return of(LossType.named(name));
    }

    /// A loss as it is usually set.
    public static LossSettings of(LossType type) {
        return of(List.of(type));
    }

    /// The plain sum of losses, with the first one's usual beta.
    public static LossSettings of(List<LossType> types) {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("no loss is named");
        }
        return new LossSettings(
                types,
                Collections.nCopies(types.size(), 1.0),
                types.getFirst().usualBeta(),
                FDivergence.REVERSE_KL,
                Weighting.NONE,
                Map.of());
    }

    public LossSettings withBeta(double value) {
        return new LossSettings(types, weights, value, divergence, weighting, parameters);
    }

    public LossSettings withWeights(List<Double> values) {
        return new LossSettings(types, values, beta, divergence, weighting, parameters);
    }

    public LossSettings with(FDivergence value) {
        return new LossSettings(types, weights, beta, value, weighting, parameters);
    }

    public LossSettings with(Weighting value) {
        return new LossSettings(types, weights, beta, divergence, value, parameters);
    }

    public LossSettings with(LossParameter parameter, double value) {
        Map<LossParameter, Double> more = new EnumMap<>(LossParameter.class);
        more.putAll(parameters);
        more.put(parameter, value);
        return new LossSettings(types, weights, beta, divergence, weighting, more);
    }

    /// A parameter as set, or as usual for that loss.
    public double value(LossType type, LossParameter parameter) {
        Double set = parameters.get(parameter);
        return set == null ? type.usual(parameter) : set;
    }

    /// Alpha of [FDivergence#ALPHA].
    public double alphaDivergence() {
        return parameters.getOrDefault(LossParameter.ALPHA_DIVERGENCE, .5);
    }

    /// Weight of the chosen response's own mean token loss: the largest that a loss asks for.
    public double nllWeight() {
        return types.stream()
                .mapToDouble(type -> value(type, LossParameter.NLL_WEIGHT))
                .max()
                .orElse(0);
    }

    /// How much tokens count beyond the shorter response's length.
    public double ldAlpha() {
        return parameters.getOrDefault(LossParameter.LD_ALPHA, 1.0);
    }

    /// For people: `sigmoid + 0.3 sft`.
    public String words() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            words.append(i == 0 ? "" : " + ");
            words.append(weights.get(i) == 1 ? "" : weights.get(i) + " ");
            words.append(types.get(i).spelled());
        }
        return words.toString();
    }

    private static void checkParameters(
            List<LossType> types, Map<LossParameter, Double> parameters) {
        parameters.forEach(
                (parameter, value) -> {
                    parameter.check(value);
                    if (types.stream().noneMatch(type -> type.takes(parameter))
                            && parameter != LossParameter.ALPHA_DIVERGENCE) {
                        throw new IllegalArgumentException(
                                spelled(types) + " takes no " + parameter.spelled());
                    }
                });
        double smoothing = parameters.getOrDefault(LossParameter.LABEL_SMOOTHING, .1);
        if (types.contains(LossType.ROBUST) && smoothing >= .5) {
            throw new IllegalArgumentException(
                    "robust takes a label_smoothing below 0.5, not " + smoothing);
        }
        if (types.contains(LossType.EXO_PAIR) && smoothing == 0) {
            throw new IllegalArgumentException("exo_pair takes a label_smoothing above 0");
        }
    }

    private static void checkDivergence(
            List<LossType> types, FDivergence divergence, Map<LossParameter, Double> parameters) {
        if (divergence != FDivergence.REVERSE_KL) {
            for (LossType type : types) {
                if (!type.has(LossType.Trait.F_DIVERGENCE) && type != LossType.SFT) {
                    throw new IllegalArgumentException(
                            type.spelled()
                                    + " takes no other divergence than reverse_kl, not "
                                    + divergence.spelled());
                }
            }
        }
        if (divergence != FDivergence.ALPHA
                && parameters.containsKey(LossParameter.ALPHA_DIVERGENCE)) {
            throw new IllegalArgumentException(
                    LossParameter.ALPHA_DIVERGENCE.spelled() + " belongs to alpha_divergence");
        }
    }

    private static String spelled(List<LossType> types) {
        return types.stream().map(LossType::spelled).collect(Collectors.joining(" + "));
    }
}
