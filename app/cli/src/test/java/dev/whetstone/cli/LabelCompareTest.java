package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelCompareTest {
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

    /// The expert prefers the reply with "adjuster" in three of four; half the replies are long.
    private Path pairs(int count) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean first = random.nextBoolean();
            boolean right = random.nextInt(4) > 0;
            lines.add(
                    "{\"instruction\":\"question %d\",\"answer_0\":\"%s\",\"answer_1\":\"%s\",\"label\":%d}"
                            .formatted(
                                    i / 2,
                                    first ? "Call the adjuster today please" : "Please call us",
                                    first ? "Please call us" : "Call the adjuster today please",
                                    first == right ? 0 : 1));
        }
        return Files.write(folder.resolve("pairs.jsonl"), lines);
    }

    private Path rules() throws IOException {
        return Files.writeString(
                folder.resolve("rules.txt"),
                """
                adjuster: good(X) when contains(X, "adjuster")
                longer: prefer higher words(X)
                chars: prefer higher chars(X)
                """);
    }

    private JsonNode compare(Object... more) throws IOException {
        List<Object> args =
                new ArrayList<>(
                        List.of("label", "compare", "--pairs", pairs(120), "--rules", rules()));
        args.addAll(List.of(more));
        args.add("--json");
        return terminal.run(args.toArray()).json();
    }

    private static JsonNode model(JsonNode json, String name) {
        for (JsonNode model : json.path("models")) {
            if (model.path("name").asText().equals(name)) {
                return model;
            }
        }
        throw new AssertionError("no model " + name);
    }

    @Test
    void everyModelIsScoredOnOtherQuestions() throws IOException {
        JsonNode json = compare("--judged", "20", "--draws", "3");
        assertThat(json.path("pairs").asInt()).isEqualTo(120);
        assertThat(json.path("groups").asInt()).isEqualTo(60);
        assertThat(json.at("/held_out/mean").asDouble()).isBetween(70.0, 99.0);
        assertThat(json.at("/rules/0/coverage").asDouble()).isEqualTo(1);
        double right = json.at("/rules/0/accuracy/value").asDouble();
        assertThat(right).isBetween(.65, .85);
        assertThat(json.at("/longest_wins/value").asDouble()).isEqualTo(right);
        assertThat(json.at("/families/0").toString()).contains("longer").contains("chars");
        for (String name : List.of("auto", "majority", "ridge", "gold", "em", "snorkel")) {
            assertThat(model(json, name).at("/accuracy/mean").asDouble()).isBetween(.6, .9);
        }
        assertThat(model(json, "auto").at("/log_loss/mean").asDouble()).isLessThan(.65);
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        JsonNode once = compare("--judged", "20", "--draws", "2", "--seed", "5").path("models");
        JsonNode again = compare("--judged", "20", "--draws", "2", "--seed", "5").path("models");
        JsonNode other = compare("--judged", "20", "--draws", "2", "--seed", "6").path("models");
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void aBadLabelIsNamedByLine() throws IOException {
        Path bad =
                Files.writeString(
                        folder.resolve("bad.jsonl"),
                        """
                        {"prompt":"q","a":"one","b":"two","label":"a"}
                        {"prompt":"q","a":"one","b":"two","label":"left"}
                        """);
        Terminal.Call call = terminal.run("label", "compare", "--pairs", bad, "--rules", rules());
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("bad.jsonl line 2").contains("label");
    }

    @Test
    void judgingEverythingLeavesNothingToMeasure() throws IOException {
        Terminal.Call call =
                terminal.run(
                        "label",
                        "compare",
                        "--pairs",
                        pairs(20),
                        "--rules",
                        rules(),
                        "--judged",
                        "20");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("label.compare").contains("none is left");
    }

    private JsonNode real(String name) {
        Path data = Path.of(System.getProperty("whetstone.shared", "../shared"), "data", name);
        Assumptions.assumeTrue(Files.exists(data), "the real pairs are not here: " + name);
        Path rules = Path.of("..", "..", "docs", "checks", "published-rules.txt");
        return terminal.run(
                        "label", "compare", "--pairs", data, "--rules", rules, "--draws", "50",
                        "--json")
                .json();
    }

    @Test
    void probabilitiesMeanSomethingOnUltraFeedback() {
        JsonNode json = real("ultrafeedback-binarized-2pct.jsonl");
        JsonNode auto = model(json, "auto");
        assertThat(json.path("pairs").asInt()).isEqualTo(968);
        assertThat(auto.at("/log_loss/mean").asDouble()).isLessThan(.693);
        assertThat(auto.at("/ece/mean").asDouble()).isLessThan(.08);
        assertThat(auto.at("/accuracy/mean").asDouble()).isGreaterThan(.55);
        assertThat(model(json, "snorkel, published settings").at("/log_loss/mean").asDouble())
                .isGreaterThan(1);
    }

    @Test
    void probabilitiesMeanSomethingOnMtBench() {
        JsonNode json = real("mt-bench-human-train.jsonl");
        JsonNode auto = model(json, "auto");
        assertThat(json.path("groups").asInt()).isEqualTo(80);
        assertThat(auto.at("/log_loss/mean").asDouble()).isLessThan(.65);
        assertThat(auto.at("/ece/mean").asDouble()).isLessThan(.08);
        assertThat(auto.at("/accuracy/mean").asDouble()).isGreaterThan(.65);
    }
}
