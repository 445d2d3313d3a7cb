package dev.whetstone.runtime.loss;

import static dev.whetstone.runtime.loss.LossParameter.ALPHA_PO;
import static dev.whetstone.runtime.loss.LossParameter.CPO_ALPHA;
import static dev.whetstone.runtime.loss.LossParameter.DESIRABLE_WEIGHT;
import static dev.whetstone.runtime.loss.LossParameter.DISCOPOP_TAU;
import static dev.whetstone.runtime.loss.LossParameter.DPOP_LAMBDA;
import static dev.whetstone.runtime.loss.LossParameter.LABEL_SMOOTHING;
import static dev.whetstone.runtime.loss.LossParameter.LENGTH_ALPHA;
import static dev.whetstone.runtime.loss.LossParameter.NLL_WEIGHT;
import static dev.whetstone.runtime.loss.LossParameter.SIMPO_GAMMA;
import static dev.whetstone.runtime.loss.LossParameter.UNDESIRABLE_WEIGHT;
import static dev.whetstone.runtime.loss.LossParameter.UNLIKELIHOOD_WEIGHT;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The losses that learn from preference pairs. Names are TRL's where TRL has the loss: those of
/// `DPOTrainer` by their `loss_type`, `cpo_*` for CPOTrainer's.
public enum LossType {
    /// DPO. TRL ignores label smoothing here, see [#CDPO].
    SIGMOID("sigmoid", .1, Trait.DIVERGING, Map.of()),
    /// DPO with labels that are wrong now and then.
    CDPO("cdpo", .1, Trait.DIVERGING, Map.of(LABEL_SMOOTHING, .1)),
    HINGE("hinge", .1, Trait.DIVERGING, Map.of()),
    IPO("ipo", .1, Trait.DIVERGING, Map.of()),
    SIGMOID_NORM("sigmoid_norm", 2, Trait.DIVERGING, Map.of()),
    ROBUST("robust", .1, Trait.DIVERGING, Map.of(LABEL_SMOOTHING, .1)),
    EXO_PAIR("exo_pair", .1, Trait.DIVERGING, Map.of(LABEL_SMOOTHING, 1e-3)),
    DISCOPOP("discopop", .1, Trait.DIVERGING, Map.of(DISCOPOP_TAU, .05)),
    NCA_PAIR("nca_pair", .1, Trait.PLAIN, Map.of()),
    BCO_PAIR("bco_pair", .1, Trait.PLAIN, Map.of()),
    SPPO_HARD("sppo_hard", .001, Trait.PLAIN, Map.of()),
    APO_ZERO("apo_zero", .1, Trait.PLAIN, Map.of()),
    APO_DOWN("apo_down", .1, Trait.PLAIN, Map.of()),
    AOT("aot", .1, Trait.PLAIN, Map.of(LABEL_SMOOTHING, 0.0)),
    AOT_UNPAIRED("aot_unpaired", .1, Trait.PLAIN, Map.of(LABEL_SMOOTHING, 0.0)),
    DPOP("dpop", .1, Trait.PLAIN, Map.of(DPOP_LAMBDA, 5.0)),
    R_DPO("r_dpo", .1, Trait.PLAIN, Map.of(LENGTH_ALPHA, .05)),
    /// DPO beside the likelihood of the chosen response.
    RPO("rpo", .1, Trait.PLAIN, Map.of(NLL_WEIGHT, 1.0)),
    KTO(
            "kto",
            .1,
            Set.of(Trait.REFERENCE, Trait.MISMATCHED),
            Map.of(DESIRABLE_WEIGHT, 1.0, UNDESIRABLE_WEIGHT, 1.0)),
    APO_ZERO_UNPAIRED(
            "apo_zero_unpaired",
            .1,
            Trait.PLAIN,
            Map.of(DESIRABLE_WEIGHT, 1.0, UNDESIRABLE_WEIGHT, 1.0)),
    SFT("sft", .1, Set.of(), Map.of()),
    ORPO("orpo", .1, Set.of(), Map.of()),
    CPO("cpo", .1, Set.of(), Map.of(CPO_ALPHA, 1.0, LABEL_SMOOTHING, 0.0, ALPHA_PO, 0.0)),
    CPO_HINGE("cpo_hinge", .1, Set.of(), Map.of(CPO_ALPHA, 1.0, ALPHA_PO, 0.0)),
    CPO_IPO("cpo_ipo", .1, Set.of(), Map.of(CPO_ALPHA, 1.0, ALPHA_PO, 0.0)),
    SIMPO(
            "simpo",
            2,
            Set.of(),
            Map.of(CPO_ALPHA, 0.0, LABEL_SMOOTHING, 0.0, ALPHA_PO, 0.0, SIMPO_GAMMA, .5)),
    /// Contrastive fine-tuning: likelihood of the chosen, unlikelihood of the rejected response.
    CONTRASTIVE("contrastive", .1, Set.of(), Map.of(UNLIKELIHOOD_WEIGHT, 1.0));

    /// What a loss needs or takes.
    public enum Trait {
        /// Compares the policy to a reference.
        REFERENCE,
        /// Takes another divergence than reverse KL.
        F_DIVERGENCE,
        /// Needs responses to other prompts.
        MISMATCHED;

        private static final Set<Trait> PLAIN = Set.of(REFERENCE);
        private static final Set<Trait> DIVERGING = Set.of(REFERENCE, F_DIVERGENCE);
    }

    private final String spelled;
    private final double usualBeta;
    private final Set<Trait> traits;
    private final Map<LossParameter, Double> parameters;

    LossType(
            String spelled,
            double usualBeta,
            Set<Trait> traits,
            Map<LossParameter, Double> parameters) {
        this.spelled = spelled;
        this.usualBeta = usualBeta;
        this.traits = traits;
        this.parameters = parameters;
    }

    @JsonValue
    public String spelled() {
        return spelled;
    }

    /// A beta to begin with: sums over tokens want about 0.1, means over tokens some 20 times as
    /// much.
    public double usualBeta() {
        return usualBeta;
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether the parameter means anything to this loss.
    public boolean takes(LossParameter parameter) {
        return parameter.general() || parameters.containsKey(parameter);
    }

    /// What the parameter is where nobody sets it.
    double usual(LossParameter parameter) {
        double general = parameter == LossParameter.LD_ALPHA ? 1 : 0;
        return parameters.getOrDefault(parameter, general);
    }

    /// @throws IllegalArgumentException naming the known ones
    public static LossType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.spelled.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no loss is called '" + name + "': use " + names()));
    }

    /// All names.
    public static String names() {
        return Arrays.stream(values()).map(LossType::spelled).collect(Collectors.joining(", "));
    }
}
