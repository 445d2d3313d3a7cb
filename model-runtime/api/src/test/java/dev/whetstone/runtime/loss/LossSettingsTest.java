package dev.whetstone.runtime.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void everyLossTravelsAsJsonAndBack(LossType type) throws IOException {
        LossSettings settings = LossSettings.of(type).with(LossParameter.LD_ALPHA, .5);
        String text = JSON.writeValueAsString(settings);
        assertThat(text).contains("\"" + type.spelled() + "\"").contains("\"ld_alpha\":0.5");
        assertThat(JSON.readValue(text, LossSettings.class)).isEqualTo(settings);
    }

    @Test
    void aLossByNameAloneIsReadAsOlderRecordsHaveIt() throws IOException {
        assertThat(JSON.readValue("\"ipo\"", LossSettings.class))
                .isEqualTo(LossSettings.of(LossType.IPO));
    }

    @Test
    void namesEveryLossWhereOneIsUnknown() {
        assertThatThrownBy(() -> LossType.named("moonshine"))
                .hasMessageContaining("'moonshine'")
                .hasMessageContaining("sigmoid")
                .hasMessageContaining("contrastive");
    }

    @Test
    void refusesWhatALossDoesNotTake() {
        assertThatThrownBy(
                        () -> LossSettings.of(LossType.HINGE).with(LossParameter.DISCOPOP_TAU, 1))
                .hasMessage("hinge takes no discopop_tau");
        assertThatThrownBy(() -> LossSettings.of(LossType.KTO).with(FDivergence.FORWARD_KL))
                .hasMessageContaining("kto takes no other divergence");
        assertThatThrownBy(
                        () ->
                                LossSettings.of(LossType.ROBUST)
                                        .with(LossParameter.LABEL_SMOOTHING, .5))
                .hasMessageContaining("below 0.5");
        assertThatThrownBy(() -> LossSettings.of(LossType.SIGMOID).withBeta(0))
                .hasMessageContaining("beta");
        assertThatThrownBy(
                        () ->
                                LossSettings.of(List.of(LossType.SIGMOID, LossType.SFT))
                                        .withWeights(List.of(1.0)))
                .hasMessageContaining("2 losses have 1 weights");
        assertThatThrownBy(() -> LossSettings.of(LossType.ORPO).with(LossParameter.NLL_WEIGHT, 1))
                .hasMessageContaining("orpo");
    }

    @Test
    void whatIsNotSetIsAsUsual() {
        LossSettings simpo = LossSettings.of(LossType.SIMPO);
        assertThat(simpo.beta()).isEqualTo(2);
        assertThat(simpo.value(LossType.SIMPO, LossParameter.SIMPO_GAMMA)).isEqualTo(.5);
        assertThat(simpo.value(LossType.SIMPO, LossParameter.CPO_ALPHA)).isZero();
        assertThat(LossSettings.of(LossType.CPO).value(LossType.CPO, LossParameter.CPO_ALPHA))
                .isEqualTo(1);
        assertThat(LossSettings.of(LossType.RPO).nllWeight()).isEqualTo(1);
        assertThat(simpo.ldAlpha()).isEqualTo(1);
    }

    @Test
    void readsAsWords() {
        assertThat(
                        LossSettings.of(List.of(LossType.SIGMOID, LossType.SFT))
                                .withWeights(List.of(1.0, .3))
                                .words())
                .isEqualTo("sigmoid + 0.3 sft");
    }
}
