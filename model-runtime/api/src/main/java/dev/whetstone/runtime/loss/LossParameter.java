package dev.whetstone.runtime.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// A number that some losses take besides beta. Spelled as TRL does where TRL has it.
public enum LossParameter {
    /// Probability that a label is wrong.
    LABEL_SMOOTHING("label_smoothing", 0, 0.999),
    /// LD-DPO: how much the tokens count that the longer response has more than the shorter; 1 is
    /// plain.
    LD_ALPHA("ld_alpha", 0, 1),
    /// Weight of the chosen response's mean token loss beside any loss (RPO), 0 for none.
    NLL_WEIGHT("rpo_alpha", 0, 1e6),
    /// Alpha of the alpha divergence; 1 is reverse KL.
    ALPHA_DIVERGENCE("f_alpha_divergence_coef", -100, 100),
    /// Temperature of DiscoPOP's blend.
    DISCOPOP_TAU("discopop_tau", 1e-9, 1e9),
    /// Margin that SimPO wants between the two mean token log-probabilities, times beta.
    SIMPO_GAMMA("simpo_gamma", -1e6, 1e6),
    /// Weight of the likelihood of chosen responses in CPO and SimPO.
    CPO_ALPHA("cpo_alpha", 0, 1e6),
    /// AlphaPO's bend of the reward; 0 is the plain log-probability.
    ALPHA_PO("alpha", -100, 100),
    /// DPOP: how strongly a fall of the chosen response below the reference counts.
    DPOP_LAMBDA("dpop_lambda", 0, 1e6),
    /// R-DPO: nats of margin that a chosen response is granted for each token it is longer.
    LENGTH_ALPHA("length_alpha", -1e3, 1e3),
    /// KTO: weight of chosen responses.
    DESIRABLE_WEIGHT("desirable_weight", 0, 1e6),
    /// KTO: weight of rejected responses.
    UNDESIRABLE_WEIGHT("undesirable_weight", 0, 1e6),
    /// Contrastive fine-tuning: weight of making the rejected response unlikely.
    UNLIKELIHOOD_WEIGHT("unlikelihood_weight", 0, 1e6);

    private final String spelled;
    private final double least;
    private final double most;

    LossParameter(String spelled, double least, double most) {
        this.spelled = spelled;
        this.least = least;
        this.most = most;
    }

    @JsonValue
    public String spelled() {
        return spelled;
    }

    public static Optional<LossParameter> named(String name) {
        return Arrays.stream(values()).filter(value -> value.spelled.equals(name)).findFirst();
    }

    /// Whether any loss takes it.
    boolean general() {
        return this == LD_ALPHA || this == NLL_WEIGHT;
    }

    void check(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    spelled + " is " + value + ", not from " + least + " to " + most);
        }
    }
}
