package dev.whetstone.cli.align;

import dev.whetstone.runtime.loss.FDivergence;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which loss, with what parameters. What is not given has the loss's usual value.
final class LossOptions {
    @Option(
            names = "--loss",
            split = ",",
            defaultValue = "sigmoid",
            description =
                    "sigmoid (DPO), cdpo, robust, hinge, ipo, sigmoid_norm, exo_pair, discopop,"
                            + " nca_pair, bco_pair, sppo_hard, apo_zero, apo_down, aot,"
                            + " aot_unpaired, dpop, r_dpo, rpo, kto, apo_zero_unpaired, orpo, cpo,"
                            + " cpo_hinge, cpo_ipo, simpo, sft, contrastive; several with commas"
                            + " are added.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--loss-weights",
            split = ",",
            description = "A weight for each of several losses; default: 1.")
    private List<Double> weights = new ArrayList<>();

    @Option(
            names = "--beta",
            description =
                    "Pull to the reference; default: .1, for means over tokens (simpo,"
                            + " sigmoid_norm) 2, for sppo_hard .001.")
    private @Nullable Double beta;

    @Option(
            names = "--f-divergence",
            defaultValue = "reverse_kl",
            description = "reverse_kl, forward_kl, js_divergence or alpha_divergence.")
    private String divergence = "";

    @Option(names = "--f-alpha", description = "Of --f-divergence alpha_divergence; default: .5.")
    private @Nullable Double alphaDivergence;

    @Option(
            names = "--wpo",
            description = "Weight pairs by how likely the policy itself would write them.")
    private boolean wpo;

    @Option(
            names = "--label-smoothing",
            description =
                    "Probability that a label is wrong: cdpo, robust, exo_pair, aot, cpo, simpo;"
                            + " sigmoid becomes cdpo.")
    private @Nullable Double labelSmoothing;

    @Option(
            names = "--ld-alpha",
            description = "What tokens count beyond the shorter reply's length, 0 to 1.")
    private @Nullable Double ldAlpha;

    @Option(
            names = "--nll-weight",
            description = "Weight of the better reply's mean token loss beside the loss.")
    private @Nullable Double nllWeight;

    @Option(names = "--discopop-tau", description = "Temperature of discopop; default: .05.")
    private @Nullable Double discopopTau;

    @Option(names = "--simpo-gamma", description = "Margin of simpo; default: .5.")
    private @Nullable Double simpoGamma;

    @Option(
            names = "--cpo-alpha",
            description = "Likelihood's weight in cpo (default: 1) and simpo (default: 0).")
    private @Nullable Double cpoAlpha;

    @Option(names = "--alpha-po", description = "AlphaPO's bend in cpo and simpo; default: 0.")
    private @Nullable Double alphaPo;

    @Option(
            names = "--dpop-lambda",
            description = "What a fall of the better reply costs in dpop; default: 5.")
    private @Nullable Double dpopLambda;

    @Option(
            names = "--length-alpha",
            description = "Margin granted for each token more in r_dpo; default: .05.")
    private @Nullable Double lengthAlpha;

    @Option(names = "--desirable-weight", description = "Better replies in kto; default: 1.")
    private @Nullable Double desirableWeight;

    @Option(names = "--undesirable-weight", description = "Worse replies in kto; default: 1.")
    private @Nullable Double undesirableWeight;

    @Option(
            names = "--unlikelihood-weight",
            description = "Worse replies in contrastive; default: 1.")
    private @Nullable Double unlikelihoodWeight;

    /// @throws ParameterException naming what does not fit together
    LossSettings settings(CommandLine command) {
        try {
            return settings();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--loss: " + e.getMessage(), e);
        }
    }

    private LossSettings settings() {
        LossSettings settings =
                LossSettings.of(names.stream().map(this::type).toList())
                        .with(FDivergence.named(divergence))
                        .with(wpo ? Weighting.WPO : Weighting.NONE);
        if (!weights.isEmpty()) {
            settings = settings.withWeights(weights);
        }
        if (beta != null) {
            settings = settings.withBeta(beta);
        }
        for (Map.Entry<LossParameter, Double> given : given().entrySet()) {
            settings = settings.with(given.getKey(), given.getValue());
        }
        return settings;
    }

    /// DPO whose labels may be wrong is cDPO.
    private LossType type(String name) {
        LossType type = LossType.named(name.strip());
        return type == LossType.SIGMOID && labelSmoothing != null ? LossType.CDPO : type;
    }

    private Map<LossParameter, Double> given() {
        Map<LossParameter, Double> given = new TreeMap<>();
        put(given, LossParameter.ALPHA_DIVERGENCE, alphaDivergence);
        put(given, LossParameter.LABEL_SMOOTHING, labelSmoothing);
        put(given, LossParameter.LD_ALPHA, ldAlpha);
        put(given, LossParameter.NLL_WEIGHT, nllWeight);
        put(given, LossParameter.DISCOPOP_TAU, discopopTau);
        put(given, LossParameter.SIMPO_GAMMA, simpoGamma);
        put(given, LossParameter.CPO_ALPHA, cpoAlpha);
        put(given, LossParameter.ALPHA_PO, alphaPo);
        put(given, LossParameter.DPOP_LAMBDA, dpopLambda);
        put(given, LossParameter.LENGTH_ALPHA, lengthAlpha);
        put(given, LossParameter.DESIRABLE_WEIGHT, desirableWeight);
        put(given, LossParameter.UNDESIRABLE_WEIGHT, undesirableWeight);
        put(given, LossParameter.UNLIKELIHOOD_WEIGHT, unlikelihoodWeight);
        return given;
    }

    private static void put(
            Map<LossParameter, Double> given, LossParameter parameter, @Nullable Double value) {
        if (value != null) {
            given.put(parameter, value);
        }
    }
}
