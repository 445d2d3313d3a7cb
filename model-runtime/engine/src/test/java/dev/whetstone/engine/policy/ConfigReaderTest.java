package dev.whetstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.ConfigReader;
import dev.whetstone.engine.family.ConfigWriter;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.Rope;
import dev.whetstone.engine.family.SpecialIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    @TempDir Path folder;

    @Test
    void readsBothSpellingsOfTheSameSettings() {
        DecoderConfig newer = read("llama3");
        DecoderConfig older = read("llama3-old-config");
        assertThat(newer).isEqualTo(older);
        assertThat(newer.positions()).isEqualTo(new Rope.Llama3(10_000, 8, 1, 4, 32));
        assertThat(newer.ids().eos()).containsExactly(465, 468);
        assertThat(newer.head()).isEqualTo(DecoderConfig.Head.TIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model_type\": \"llama\" | \"model_type\": \"falcon\" | model_type: 'falcon'",
                "\"hidden_act\": \"silu\" | \"hidden_act\": \"mish\" | hidden_act: 'mish'",
                "\"rope_type\": \"default\" | \"rope_type\": \"spiral\" | the type 'spiral'",
                "\"rope_type\": \"default\" | \"rope_type\": \"linear\" | factor",
                "\"rope_type\": \"default\" | \"rope_type\": \"longrope\" | short_factor",
                "LlamaForCausalLM | LlamaForTokenClassification | 'LlamaForTokenClassification'",
                "\"hidden_size\": 48 | \"hidden_size\": -48 | hidden_size",
                "\"hidden_size\": 48 | \"hidden_size\": 4000000000 | hidden_size",
                "\"num_key_value_heads\": 2 | \"num_key_value_heads\": 3 | does not divide",
                "\"head_dim\": 12 | \"head_dim\": 11 | odd",
                "\"vocab_size\": 480 | \"vocab_size\": 480, \"quantization_config\": {\"a\":1}"
                        + " | quantization_config",
                "\"vocab_size\": 480 | \"vocab_size\" | not valid JSON"
            })
    void refusesByFieldWhatItDoesNotKnow(String found, String instead, String message)
            throws IOException {
        String good = Files.readString(Golden.folder().resolve("checkpoints/llama/config.json"));
        assertThat(good).contains(found);
        Files.writeString(folder.resolve("config.json"), good.replace(found, instead));
        assertThatThrownBy(() -> ConfigReader.read(folder))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining(message);
    }

    @Test
    void aWrittenConfigIsReadBack() throws IOException {
        DecoderConfig config =
                new DecoderConfig(
                        "llama",
                        100,
                        32,
                        64,
                        2,
                        4,
                        2,
                        8,
                        64,
                        1e-5,
                        DecoderConfig.Head.TIED,
                        DecoderConfig.Biases.NONE,
                        DecoderConfig.HeadNorm.NONE,
                        new Rope.Plain(10_000),
                        List.of(0, 0),
                        new SpecialIds(1, List.of(2, 3), 4));
        ConfigWriter.write(folder, config, "float16");
        assertThat(ConfigReader.read(folder)).isEqualTo(config);
    }

    @Test
    void weightsThatTheConfigDoesNotExplainAreRefused() throws IOException {
        Cases.model(
                Golden.folder().resolve("checkpoints/llama"),
                Golden.folder().resolve("checkpoints/llama-bias"),
                folder);
        assertThatThrownBy(
                        () ->
                                Policy.load(
                                        dev.whetstone.runtime.model.ModelRef.of(folder),
                                        Cases.ONE_THREAD))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("config.json does not explain");
    }

    private static DecoderConfig read(String name) {
        return ConfigReader.read(Golden.folder().resolve("checkpoints").resolve(name));
    }
}
