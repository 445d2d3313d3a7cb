package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WinRateVerbTest {
    private static final double SD = 230.804537;

    @TempDir Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no verb here needs a model: " + job);
                        });
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("verdicts.jsonl"), lines);
    }

    /// The recipe of WinRateTest, whose rates are 71.902653 and 57.914035.
    private Path sixty() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int base = 1000 + 37 * (i % 11);
            int model = 1000 + 29 * (i % 11) + 61 * (i % 13);
            double z = .3 - 1.1 * Math.tanh((base - model) / SD) + .8 * Math.sin(1.7 * i);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "{\"preference\":%.15f,\"base_length\":%d,\"model_length\":%d}",
                            1 / (1 + Math.exp(-z)),
                            base,
                            model));
        }
        return file(lines);
    }

    @Test
    void lengthIsHeldEqual() throws IOException {
        JsonNode report =
                terminal.run("winrate", sixty(), "--length-controlled", "minimal", "--json").json();
        assertThat(report.path("prompts").asInt()).isEqualTo(60);
        assertThat(100 * report.at("/win_rate/value").asDouble())
                .isCloseTo(71.902653, within(1e-5));
        assertThat(100 * report.at("/win_rate_length_controlled/value").asDouble())
                .isCloseTo(57.914035, within(1e-4));
        assertThat(report.path("length_decided_much").asBoolean()).isFalse();
        assertThat(report.path("mean_chars_base").asDouble()).isCloseTo(1175.75, within(.01));
    }

    @Test
    void verdictsOfAlpacaEvalAreTurnedToTheModel() throws IOException {
        Path file =
                file(
                        List.of(
                                "{\"preference\":2,\"output_1\":\"base\",\"output_2\":\"a model\"}",
                                "{\"preference\":1.0,\"output_1\":\"base\",\"output_2\":\"me\"}",
                                "{\"preference\":0,\"output_1\":\"base\",\"output_2\":\"me\"}",
                                "{\"preference\":null,\"output_1\":\"base\",\"output_2\":\"me\"}"));
        JsonNode report = terminal.run("winrate", file, "--json").json();
        assertThat(report.path("wins").asInt()).isEqualTo(1);
        assertThat(report.path("ties").asInt()).isEqualTo(1);
        assertThat(report.path("losses").asInt()).isEqualTo(1);
        assertThat(report.path("missing").asInt()).isEqualTo(1);
        assertThat(report.at("/win_rate/value").asDouble()).isEqualTo(.5);
        assertThat(report.path("mean_chars_model").asDouble()).isEqualTo(13 / 4.0);
        assertThat(report.has("win_rate_length_controlled")).isFalse();
    }

    @Test
    void whatIsMissingIsNamedByLineAndField() throws IOException {
        Path bad = file(List.of("{\"preference\":0.5}", "{\"preference\":1.5}"));
        assertThat(terminal.run("winrate", bad).err())
                .startsWith("error: input.json " + bad + " line 2: preference is 1.5, not 0 to 1");
        Path bare = file(List.of("{\"preference\":0.5}"));
        assertThat(terminal.run("winrate", bare, "--length-controlled", "minimal").err())
                .contains("winrate.length")
                .contains("1 rows have no \"base\"");
        assertThat(terminal.run("winrate", sixty(), "--length-controlled", "full").err())
                .contains("winrate.difficulty");
    }
}
