package dev.whetstone.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.Golden;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyJobTest {
    @TempDir Path folder;

    @Test
    void theRecordedLlamasTokenizersAdaptersAndTracePass() throws IOException {
        // one of each kind: the packages' own parity tests go through them all
        for (var name :
                List.of(
                        "tokenizers/bytelevel",
                        "tokenizers/metaspace",
                        "checkpoints/llama",
                        "expected/llama.json",
                        "expected/llama.safetensors",
                        "lora/llama-all",
                        "traces/dpo-lora")) {
            var link = folder.resolve(name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Golden.folder().resolve(name));
        }
        var result = new VerifyJob().run(new Job.Verify(folder), RunControl.NONE);
        var passed = new HashSet<String>();
        for (var check : result.path("cases")) {
            if (check.path("passed").asBoolean()) {
                passed.add(check.path("case").asText());
            }
        }
        assertThat(passed)
                .contains(
                        "tokenizers/bytelevel encode",
                        "tokenizers/metaspace decode",
                        "expected/llama logits",
                        "expected/llama greedy ids",
                        "expected/llama greedy ids until the end",
                        "expected/llama log-prob sums",
                        "lora/llama-all logits beside the base",
                        "lora/llama-all merged weights",
                        "traces/dpo-lora losses",
                        "traces/dpo-lora final weights");
        assertThat(result.path("total").asInt()).isEqualTo(result.path("cases").size());
        assertThat(result.path("passed").asInt() + result.path("failed").size())
                .isEqualTo(result.path("total").asInt());
    }

    @Test
    void aWrongRecordingFailsWithItsDifference() throws IOException {
        copy(Golden.folder().resolve("tokenizers/gpt2"), folder.resolve("tokenizers/gpt2"));
        var file = folder.resolve("tokenizers/gpt2/golden.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"ids\": \\[220\\]", "\"ids\": [221]"));
        var result = new VerifyJob().run(new Job.Verify(folder), RunControl.NONE);
        assertThat(failed(result))
                .containsExactlyInAnyOrder("tokenizers/gpt2 encode", "tokenizers/gpt2 decode");
        assertThat(result.path("failed").get(0).path("difference").asDouble()).isEqualTo(1);
    }

    @Test
    void whatIsNotSupportedIsAFailureByName() throws IOException {
        Files.createDirectories(folder.resolve("losses"));
        Files.writeString(folder.resolve("losses/other.json"), "{}");
        var result = new VerifyJob().run(new Job.Verify(folder), RunControl.NONE);
        assertThat(failed(result)).containsExactly("losses/other.json");
        assertThat(result.path("failed").get(0).path("message").asText()).contains("not supported");
    }

    @Test
    void aFolderWithoutCasesIsRefused() {
        assertThatThrownBy(() -> new VerifyJob().run(new Job.Verify(folder), RunControl.NONE))
                .hasMessageContaining("holds none of");
    }

    private static Set<String> failed(JsonNode result) {
        var names = new HashSet<String>();
        result.path("failed").forEach(check -> names.add(check.path("case").asText()));
        return names;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            files.forEach(
                    file -> {
                        try {
                            Files.copy(file, to.resolve(file.getFileName()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
