package dev.whetstone.engine.loss;

import static dev.whetstone.runtime.loss.LossParameter.ALPHA_PO;
import static dev.whetstone.runtime.loss.LossParameter.CPO_ALPHA;
import static dev.whetstone.runtime.loss.LossParameter.DESIRABLE_WEIGHT;
import static dev.whetstone.runtime.loss.LossParameter.DISCOPOP_TAU;
import static dev.whetstone.runtime.loss.LossParameter.DPOP_LAMBDA;
import static dev.whetstone.runtime.loss.LossParameter.LABEL_SMOOTHING;
import static dev.whetstone.runtime.loss.LossParameter.LENGTH_ALPHA;
import static dev.whetstone.runtime.loss.LossParameter.SIMPO_GAMMA;
import static dev.whetstone.runtime.loss.LossParameter.UNDESIRABLE_WEIGHT;
import static dev.whetstone.runtime.loss.LossParameter.UNLIKELIHOOD_WEIGHT;

import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each named loss consists of.
final class Terms {
    private static final LikelihoodTerm LIKELIHOOD = new LikelihoodTerm(LikelihoodTerm.Mean.STEP);

    private final LossType type;
    private final LossSettings settings;

    private Terms(LossType type, LossSettings settings) {
        this.type = type;
        this.settings = settings;
    }

    /// Terms with their weights.
    static Map<Term, Double> of(LossType type, LossSettings settings) {
        return new Terms(type, settings).terms();
    }

    private Map<Term, Double> terms() {
        double beta = settings.beta();
        return switch (type) {
            case SIGMOID, RPO -> referenced(bent(new Sigmoid(beta)));
            case CDPO -> referenced(bent(smoothed()));
            case HINGE -> referenced(bent(new Hinge(beta)));
            case IPO -> referenced(bent(new PerToken(new SquaredGap(beta))));
            case SIGMOID_NORM -> referenced(bent(new PerToken(new Sigmoid(beta))));
            case ROBUST -> referenced(bent(new Robust(beta, value(LABEL_SMOOTHING))));
            case EXO_PAIR -> referenced(bent(new ExoPair(beta, value(LABEL_SMOOTHING))));
            case DISCOPOP -> referenced(bent(new Discopop(beta, value(DISCOPOP_TAU))));
            case NCA_PAIR -> referenced(new NcaPair(beta));
            case BCO_PAIR -> referenced(new BcoPair(beta));
            case SPPO_HARD -> referenced(new SppoHard(beta));
            case APO_ZERO -> referenced(new ApoZero(beta));
            case APO_DOWN -> referenced(new ApoDown(beta));
            case AOT -> quantiles(QuantileTerm.Compared.MARGINS);
            case AOT_UNPAIRED -> quantiles(QuantileTerm.Compared.RESPONSES);
            case DPOP -> referenced(new Dpop(beta, value(DPOP_LAMBDA)));
            case R_DPO -> referenced(new LengthGranted(beta, value(LENGTH_ALPHA)));
            case KTO -> referenced(kto());
            case APO_ZERO_UNPAIRED -> referenced(new ApoZeroUnpaired(kto()));
            case SFT -> Map.of(LIKELIHOOD, 1.0);
            case ORPO -> withText(free(new PerToken(new OddsRatio(beta))), 1);
            case CPO -> withText(free(alphaPo(smoothed())), value(CPO_ALPHA));
            case CPO_HINGE -> withText(free(alphaPo(new Hinge(beta))), value(CPO_ALPHA));
            case CPO_IPO ->
                    withText(free(new PerToken(alphaPo(new SquaredGap(beta)))), value(CPO_ALPHA));
            case SIMPO ->
                    withText(
                            free(
                                    new PerToken(
                                            alphaPo(
                                                    new Sigmoid(
                                                            beta,
                                                            value(LABEL_SMOOTHING),
                                                            value(SIMPO_GAMMA))))),
                            value(CPO_ALPHA));
            case CONTRASTIVE -> free(new PerToken(new Contrastive(value(UNLIKELIHOOD_WEIGHT))));
        };
    }

    private double value(LossParameter parameter) {
        return settings.value(type, parameter);
    }

    private Sigmoid smoothed() {
        return new Sigmoid(settings.beta(), value(LABEL_SMOOTHING), 0);
    }

    private Kto kto() {
        return new Kto(settings.beta(), value(DESIRABLE_WEIGHT), value(UNDESIRABLE_WEIGHT));
    }

    private PairwiseLoss bent(PairwiseLoss loss) {
        return switch (settings.divergence()) {
            case REVERSE_KL -> loss;
            case FORWARD_KL -> new Transformed(loss, new Bend.ForwardKl());
            case JENSEN_SHANNON -> new Transformed(loss, new Bend.JensenShannon());
            case ALPHA -> new Transformed(loss, new Bend.Alpha(settings.alphaDivergence()));
        };
    }

    private PairwiseLoss alphaPo(PairwiseLoss loss) {
        double alpha = value(ALPHA_PO);
        return alpha == 0 ? loss : new Transformed(loss, new Bend.AlphaPo(alpha));
    }

    private Map<Term, Double> quantiles(QuantileTerm.Compared compared) {
        return Map.of(new QuantileTerm(compared, settings.beta(), value(LABEL_SMOOTHING)), 1.0);
    }

    private static Map<Term, Double> referenced(PairwiseLoss loss) {
        return Map.of(new PairwiseTerm(loss, PairwiseTerm.Against.REFERENCE), 1.0);
    }

    private static Map<Term, Double> free(PairwiseLoss loss) {
        return Map.of(new PairwiseTerm(loss, PairwiseTerm.Against.NOTHING), 1.0);
    }

    private static Map<Term, Double> withText(Map<Term, Double> terms, double weight) {
        Map<Term, Double> more = new LinkedHashMap<>(terms);
        more.put(LIKELIHOOD, weight);
        return more;
    }
}
