package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
    private static final String EARLIER =
            """
            {"id":"01a1fcef-1f32-7cd2-afc6-22bac0f936fa","started":"2026-11-02T10:15:00Z",
             "base":"/models/starter","rewardVersion":1,"rules":"ab","kept":3,
             "settings":{"base":"starter","prompts":"p","evaluation":"e","iterations":3,
              "promptsPerIteration":200,"evaluationPrompts":150,"samples":5,
              "pairs":"BEST_RANDOM","closeness":0.05,"similarity":0.9,"lengthRatio":1.3,
              "sampling":{"temperature":1.0,"topP":1.0,"topK":0,"minP":0.0,
               "repetitionPenalty":1.0,"maxNewTokens":192,"seed":1},
              "dpo":{"loss":"ipo","beta":0.3,"lora":{"rank":16,"alpha":32.0,"targets":[]},
               "learningRate":0.001,"schedule":"linear","warmupSteps":3,"epochs":2,
               "pairsPerStep":8,"maxTokens":512,"gradClip":1.0,"weightDecay":0.0,
               "nllWeight":0.0,"checkpointEvery":10,"seed":1},
              "device":{"name":"cpu","threads":0,"dtype":"fp32"},"controls":"RANDOM_PAIRS","seed":1}}
            """;

    @TempDir private Path folder;

    @Test
    void aRunOfAnEarlierVersionKeepsItsSettings() throws Exception {
        Path file = Files.writeString(folder.resolve("run.json"), EARLIER);

        AlignSettings settings = RunRecords.read(file).settings();

        assertThat(settings.pairing())
                .isEqualTo(
                        new Pairing(
                                PairChoice.BEST_RANDOM, .05, .9, 1.3, Pairing.CutOff.LEAVE_OUT));
        assertThat(settings.sampling()).isEqualTo(new Sampling(1, 1, 0, 0, 1, 192, 1));
        assertThat(settings.evaluationSampling()).isEqualTo(settings.sampling());
        assertThat(settings.dpo().loss().types()).containsExactly(LossType.IPO);
        assertThat(settings.dpo().loss().beta()).isEqualTo(.3);
    }

    @Test
    void aReportOfAnEarlierVersionKeepsItsSettingsToo() throws Exception {
        String settings = EARLIER.substring(EARLIER.indexOf("\"settings\""));
        Path file =
                Files.writeString(
                        folder.resolve("report.json"),
                        "{\"run\":\"run-1\",\"iterations\":[],\"controls\":[],\"rules\":[],\"words\":[],"
                                + settings);

        AlignReport report = RunRecords.read(file, AlignReport.class);

        assertThat(report.settings().sampling().typicalP()).isEqualTo(1);
        assertThat(report.settings().dpo().loss().types()).containsExactly(LossType.IPO);
    }

    @Test
    void aRunThatCannotBeReadIsNamedInPlainWords() throws Exception {
        Path run = Files.createDirectories(folder.resolve("align/run-7"));
        Path file =
                Files.writeString(
                        run.resolve("run.json"),
                        EARLIER.replace("\"temperature\":1.0", "\"temperature\":-1"));

        assertThatThrownBy(() -> RunRecords.read(file))
                .isInstanceOf(ServiceException.class)
                .hasMessage(
                        "run-7 was made by another version of the program: the field"
                                + " settings.sampling of its run.json cannot be read.");
    }

    @Test
    void aRecordThatIsNoneIsRefusedByItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"id\":7}");

        assertThatThrownBy(() -> RunRecords.read(file))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("run.json");
    }
}
