package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RuntimeFailure;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against TRL's DPOTrainer (`losses/dpo.json`) and against values of the published formulas.
class PreferenceLossTest {
    private static final Set<String> PLAIN = Set.of("loss_type", "beta");
    private static final Set<String> OFFERED =
            Set.of(
                    "sigmoid",
                    "hinge",
                    "ipo",
                    "sigmoid_norm",
                    "nca_pair",
                    "bco_pair",
                    "sppo_hard",
                    "apo_zero",
                    "apo_down");

    @Test
    void lossesAndGradientsAreTheRecordedOnes() {
        JsonNode recorded = Golden.json("losses/dpo.json");
        int compared = 0;
        for (JsonNode one : recorded.path("cases")) {
            if (isPlain(one.path("settings"))) {
                compare(one, recorded.path("inputs").path(one.path("input").asText()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(OFFERED.size());
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, 0.1, 1, 0.554355244",
        "sigmoid, 0.1, 0.9, 0.584355244",
        "sigmoid, 0.1, 0.8, 0.614355244",
        "hinge, 0.1, 1, 0.7",
        "ipo, 0.1, 1, 22.443906250",
        "sigmoid_norm, 0.1, 1, 0.680108311",
        "sigmoid_norm, 2, 1, 0.464711755",
        "nca_pair, 0.1, 1, 1.319406634",
        "bco_pair, 0.1, 1, 1.242535529",
        "sppo_hard, 0.1, 1, 25.0",
        "apo_zero, 0.1, 1, 0.925186815",
        "apo_down, 0.1, 1, 0.975391481"
    })
    void valuesOfTheFormulas(String name, double beta, double p, double expected) {
        PairScores pair = new PairScores(-20, -30, -22, -29, 10, 16);
        assertThat(PreferenceLoss.named(name, beta).of(pair, p).loss())
                .isCloseTo(expected, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"sigmoid", "ipo", "sigmoid_norm", "nca_pair", "bco_pair", "apo_zero", "apo_down"})
    void derivativesAreThoseOfTheLoss(String name) {
        PreferenceLoss loss = PreferenceLoss.named(name, 0.3);
        double h = 1e-5;
        PairScores pair = new PairScores(-20, -30, -21.5, -29.2, 10, 16);
        PairLoss found = loss.of(pair, 0.7);
        PairScores up = new PairScores(-20 + h, -30, -21.5, -29.2, 10, 16);
        PairScores down = new PairScores(-20 - h, -30, -21.5, -29.2, 10, 16);
        assertThat(found.dChosen())
                .isCloseTo(
                        (loss.of(up, 0.7).loss() - loss.of(down, 0.7).loss()) / (2 * h),
                        within(1e-6));
        PairScores right = new PairScores(-20, -30 + h, -21.5, -29.2, 10, 16);
        PairScores left = new PairScores(-20, -30 - h, -21.5, -29.2, 10, 16);
        assertThat(found.dRejected())
                .isCloseTo(
                        (loss.of(right, 0.7).loss() - loss.of(left, 0.7).loss()) / (2 * h),
                        within(1e-6));
    }

    @Test
    void aSoftLabelHasItsMinimumAtAFiniteMargin() {
        double beta = 0.1;
        double p = 0.8;
        double margin = Math.log(p / (1 - p)) / beta;
        PairScores pair = new PairScores(margin, 0, 0, 0, 1, 1);
        assertThat(PreferenceLoss.named("sigmoid", beta).of(pair, p).dChosen())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void staysFiniteFarFromTheReference() {
        PairScores far = new PairScores(-5000, 0, 0, 0, 10, 10);
        PairLoss loss = PreferenceLoss.named("sigmoid", 1).of(far);
        assertThat(loss.loss()).isEqualTo(5000);
        assertThat(loss.dChosen()).isEqualTo(-1);
    }

    @Test
    void refusesAnUnknownNameByName() {
        assertThatThrownBy(() -> PreferenceLoss.named("discopop", 0.1))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("discopop");
    }

    private static boolean isPlain(JsonNode settings) {
        for (Iterator<String> names = settings.fieldNames(); names.hasNext(); ) {
            if (!PLAIN.contains(names.next())) {
                return false;
            }
        }
        return settings.path("loss_type").size() == 1
                && OFFERED.contains(settings.path("loss_type").get(0).asText());
    }

    private static void compare(JsonNode one, JsonNode input) {
        JsonNode settings = one.path("settings");
        PreferenceLoss loss =
                PreferenceLoss.named(
                        settings.path("loss_type").get(0).asText(),
                        settings.path("beta").asDouble(0.1));
        int pairs = input.path("pairs").asInt();
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            PairLoss found =
                    loss.of(
                            new PairScores(
                                    input.path("policy_chosen_logps").get(i).asDouble(),
                                    input.path("policy_rejected_logps").get(i).asDouble(),
                                    input.path("reference_chosen_logps").get(i).asDouble(),
                                    input.path("reference_rejected_logps").get(i).asDouble(),
                                    input.path("completion_lengths").get(i).asInt(),
                                    input.path("completion_lengths").get(pairs + i).asInt()));
            sum += found.loss();
            near(found.dChosen() / pairs, one.path("d_loss_d_chosen_logps").get(i), one);
            near(found.dRejected() / pairs, one.path("d_loss_d_rejected_logps").get(i), one);
        }
        near(sum / pairs, one.path("loss"), one);
    }

    private static void near(double found, JsonNode recorded, JsonNode one) {
        if (recorded.isNumber()) {
            double value = recorded.asDouble();
            assertThat(found)
                    .as(one.path("settings").toString() + one.path("input"))
                    .isCloseTo(value, within(1e-5 * Math.max(1, Math.abs(value))));
        }
    }
}
