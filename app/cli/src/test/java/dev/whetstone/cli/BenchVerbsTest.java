package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchVerbsTest {
    @TempDir Path folder;
    private final List<Job> asked = new ArrayList<>();
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            asked.add(job);
                            return JsonFiles.object()
                                    .put("schema", 1)
                                    .put("warm_up_texts", 2)
                                    .put("peak_rss_mb", 100);
                        });
    }

    private static void saysHowItWasMeasured(JsonNode json) {
        assertThat(json.path("peak_rss_mb").asDouble()).isPositive();
        assertThat(json.path("warm_up").asText()).isNotEmpty();
        assertThat(json.path("threads").asInt()).isPositive();
        assertThat(json.path("device").asText()).isEqualTo("cpu");
        assertThat(json.path("dtype").asText()).isNotEmpty();
        assertThat(json.has("seconds")).isTrue();
    }

    @Test
    void theWorkersBenchmarkGetsTheWordsOfTheCommandLine() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        JsonNode json =
                terminal.run(
                                "bench",
                                "dpo",
                                "--model",
                                folder,
                                "--pairs",
                                "1",
                                "--precompute",
                                "--json")
                        .json();
        Job.Bench job = (Job.Bench) asked.getFirst();
        assertThat(job.name()).isEqualTo("dpo");
        assertThat(job.options())
                .containsSequence("--model", folder.toAbsolutePath().toString())
                .containsSequence("--pairs", "1")
                .contains("--precompute")
                .doesNotContain("--json");
        assertThat(json.path("worker_peak_rss_mb").asDouble()).isEqualTo(100);
        assertThat(json.path("peak_rss_mb").asDouble()).isGreaterThan(100);
    }

    @Test
    void votesAreCountedAndTheirDigestIsThatOfThePeersScript() throws IOException {
        Path pairs =
                Files.writeString(
                        folder.resolve("p.jsonl"),
                        """
                        {"instruction":"q","answer_0":"one","answer_1":"one two three"}
                        {"prompt":"q","a":"one two three","b":"one"}
                        {"prompt":"q","a":"one","b":"two"}
                        """);
        Path rules = Files.writeString(folder.resolve("r.txt"), "shorter: prefer lower words(X)\n");
        JsonNode json =
                terminal.run(
                                "bench",
                                "vote",
                                "--pairs",
                                pairs,
                                "--rules",
                                rules,
                                "--repeat",
                                "2",
                                "--json")
                        .json();
        saysHowItWasMeasured(json);
        assertThat(json.path("seconds")).hasSize(2);
        assertThat(json.at("/votes/shorter/a").asInt()).isEqualTo(1);
        assertThat(json.at("/votes/shorter/b").asInt()).isEqualTo(1);
        // hashlib.sha256(numpy.array([[0], [1], [-1]], numpy.int8).tobytes())
        assertThat(json.path("votes_sha256").asText())
                .isEqualTo("26a66b061e8f48f39927c312f25293959729eee95978e2892d49d3512a5cc092");
        JsonNode copied =
                terminal.run(
                                "bench", "vote", "--pairs", pairs, "--rules", rules, "--count", "7",
                                "--json")
                        .json();
        assertThat(copied.path("pairs").asInt()).isEqualTo(7);
    }

    @Test
    void everyLabelModelIsMeasuredAndBeatsAGuess() {
        JsonNode json = terminal.run("bench", "label", "--rows", "400", "--json").json();
        saysHowItWasMeasured(json);
        assertThat(json.path("models")).hasSize(7);
        json.path("models")
                .forEach(model -> assertThat(model.path("accuracy").asDouble()).isGreaterThan(.6));
    }

    @Test
    void theStoreIsMeasuredOnAProjectThatIsGoneAfterwards() {
        JsonNode json =
                terminal.run("bench", "store", "--judgements", "20", "--appends", "3", "--json")
                        .json();
        saysHowItWasMeasured(json);
        assertThat(json.path("import_rows_per_second").asDouble()).isPositive();
        assertThat(json.path("appends_per_second").asDouble()).isPositive();
        assertThat(json.path("open_seconds").asDouble()).isPositive();
    }

    @Test
    void limitsNeedNoModel() {
        assertThat(terminal.run("bench", "limits", "--threads", "1", "--json").code()).isZero();
        Job.Bench job = (Job.Bench) asked.getFirst();
        assertThat(job.name()).isEqualTo("limits");
        assertThat(job.options()).containsExactly("--threads", "1");
        assertThat(terminal.run("bench", "limits", "--model", folder).code()).isEqualTo(2);
    }

    @Test
    void wrongOptionsAreWrongUseAndImpossibleOnesAreNamed() {
        assertThat(terminal.run("bench").code()).isEqualTo(2);
        assertThat(terminal.run("bench", "generate").code()).isEqualTo(2);
        assertThat(terminal.run("bench", "dpo", "--model", folder, "--speed", "9").code())
                .isEqualTo(2);
        Terminal.Call none = terminal.run("bench", "store", "--judgements", "0");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("error: bench.option");
    }

    @Test
    void aFolderWithoutRecordedLabelsDoesNotPass() {
        Terminal.Call call = terminal.run("label", "verify", folder, "--json");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: label.recorded " + folder);
    }
}
