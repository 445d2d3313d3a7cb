package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.services.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reward model that learnt that short is good, put to use.
class RewardVerbsTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path project;
    private Path out;

    @BeforeEach
    void train() throws IOException {
        terminal = new Terminal(folder, new FakeModels());
        project = folder.resolve("claims.whetstone");
        out = folder.resolve("out.jsonl");
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add(
                    "{\"prompt\":\"message %d\",\"a\":\"brief answer %d\",\"b\":\"a %s long answer %d\",\"label\":\"a\"}"
                            .formatted(i, i, "very ".repeat(5 + i % 7), i));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), pairs);
        terminal.run("new", project);
        terminal.run("import", project, file, "--annotator", "ana");
        assertThat(terminal.run("reward", "train", project, "--seed", 3).code()).isZero();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), List.of(lines));
    }

    @Test
    void rankKeepsTheBestOnceAndSaysWhyTheOthersWent() throws IOException {
        Path in =
                file(
                        "{\"prompt\":\"p\",\"response\":\"a very very very very very very long answer\"}",
                        "{\"prompt\":\"p\",\"response\":\"brief answer\",\"mine\":7}",
                        "",
                        "{\"prompt\":\"p\",\"response\":\"Brief  answer \"}",
                        "{\"prompt\":\"q\",\"response\":\"a very long answer indeed it is\"}");
        Path kept = folder.resolve("kept.jsonl");

        JsonNode report =
                terminal.run(
                                "reward", "rank", project, in, "--keep", 2, "--out", out, "--kept",
                                kept, "--json")
                        .json();

        assertThat(report.path("rows").asInt()).isEqualTo(4);
        assertThat(report.path("kept").asInt()).isEqualTo(2);
        assertThat(report.path("dropped").toString())
                .isEqualTo("{\"below-cut\":1,\"identical\":1}");
        List<JsonNode> rows = JsonFiles.readLines(out);
        assertThat(rows).extracting(row -> row.path("rank").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(rows)
                .extracting(row -> row.path("score").asDouble())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        JsonNode repeated =
                rows.stream()
                        .filter(row -> row.path("reason").asText().equals("identical"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rows.get(repeated.path("like_rank").asInt() - 1).path("response").asText())
                .isEqualToIgnoringWhitespace("brief answer");
        assertThat(JsonFiles.readLines(kept)).hasSize(2).noneMatch(row -> row.has("score"));
    }

    @Test
    void bestOfKeepsTheBestOfEachPromptAndAllScores() throws IOException {
        Path in =
                file(
                        "{\"id\":\"x\",\"prompt\":\"p\",\"responses\":[{\"text\":\"a very very very very very very long answer\"},{\"text\":\"brief answer\"}]}",
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"all_generated_responses\":[\"brief answer 1\"]}");

        JsonNode report =
                terminal.run("reward", "best-of", project, in, "--out", out, "--json").json();

        assertThat(report.path("prompts").asInt()).isEqualTo(2);
        assertThat(report.path("responses").asInt()).isEqualTo(3);
        JsonNode first = JsonFiles.readLines(out).getFirst();
        assertThat(first.path("response").asText()).isEqualTo("brief answer");
        assertThat(first.path("index").asInt()).isEqualTo(1);
        assertThat(first.path("score").asDouble())
                .isEqualTo(first.at("/all_rm_scores/1").asDouble())
                .isGreaterThan(first.at("/all_rm_scores/0").asDouble());
        assertThat(
                        terminal.run(
                                        "reward",
                                        "best-of",
                                        project,
                                        in,
                                        "--samples",
                                        1,
                                        "--out",
                                        out,
                                        "--force",
                                        "--json")
                                .json()
                                .path("responses")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRowWithoutAPromptIsNamedByItsLine() throws IOException {
        Path in = file("{\"prompt\":\"p\",\"response\":\"x\"}", "", "{\"response\":\"y\"}");
        Terminal.Call call = terminal.run("reward", "score", project, in, "--out", out);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err())
                .startsWith("error: input.json " + in + " line 3: the field \"prompt\"");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatWasGeneratedCanBeRankedAndImported() throws IOException {
        Path prompts = file("{\"prompt\":\"short\"}", "{\"id\":\"z\",\"prompt\":\"other\"}");
        Path model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        Terminal.Call call =
                terminal.run(
                        "generate",
                        "--model",
                        model,
                        "--prompts",
                        prompts,
                        "--samples",
                        3,
                        "--out",
                        out);
        assertThat(call.code()).as(call.err()).isZero();
        assertThat(Files.readAllLines(out).getFirst())
                .startsWith(
                        "{\"id\":\"1\",\"prompt\":\"short\",\"responses\":[{\"text\":\"short\",\"tokens\":1");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .noneMatch(name -> name.startsWith("."));
        }
        JsonNode report = terminal.run("import", project, out, "--json").json();
        assertThat(report.path("format").asText()).isEqualTo("responses");
        assertThat(report.path("responses").asInt()).isEqualTo(6);
        Path best = folder.resolve("best.jsonl");
        assertThat(terminal.run("reward", "best-of", project, out, "--out", best).code()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameScores() throws IOException {
        Path in = file("{\"prompt\":\"p\",\"response\":\"brief answer\"}");
        terminal.run("reward", "score", project, in, "--out", out);
        String before = Files.readString(out);
        terminal.run("reward", "train", project, "--seed", 3);
        terminal.run("reward", "score", project, in, "--out", out, "--force");
        assertThat(out).hasContent(before);
    }

    private void addRule(String line) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.txt"), line);
        assertThat(terminal.run("rules", "add", project, "--file", rules).code()).isZero();
    }

    @Test
    void theCurveIsMeasuredOnceAndThenKeptUntilRulesChange() throws IOException {
        addRule("very: bad(X) when contains(X, \"very\")");

        JsonNode curve = terminal.run("reward", "curve", project, "--json").json();

        assertThat(curve.path("comparisons").asInt()).isEqualTo(40);
        assertThat(curve.path("rules_written").asInt()).isEqualTo(1);
        assertThat(curve.path("points")).hasSize(4);
        assertThat(curve.at("/points/3/comparisons").asInt()).isEqualTo(32);
        assertThat(curve.at("/points/0/choices_and_rules/value").asDouble()).isEqualTo(1);
        assertThat(curve.at("/majority/value").asDouble()).isEqualTo(1);
        assertThat(curve.path("words")).hasSize(2);
        assertThat(terminal.run("reward", "curve", project, "--json").json()).isEqualTo(curve);

        addRule("long: prefer higher words(X)");
        JsonNode other = terminal.run("reward", "curve", project, "--json").json();
        assertThat(other.path("rules_written").asInt()).isEqualTo(2);
    }

    @Test
    void aProjectWithoutRulesHasNoCurve() {
        Terminal.Call call = terminal.run("reward", "curve", project);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("curve.rules");
    }

    @Test
    void theModelStandsBesideEachRule() throws IOException {
        addRule("long: prefer higher words(X)");
        Terminal.Call call = terminal.run("reward", "evaluate", project, "--by", "rule", "--json");
        // a model from before the rule: what it said is kept, and said to be out of date
        JsonNode row = call.json().at("/rows/0");
        assertThat(call.json().path("stale").asBoolean()).isTrue();
        assertThat(row.path("rule").asText()).isEqualTo("long");
        assertThat(row.path("choices").asInt()).isEqualTo(40);
        assertThat(row.at("/model/value").asDouble()).isEqualTo(1);
        assertThat(row.at("/rule_accuracy/value").asDouble()).isZero();
        assertThat(row.path("shortfall").asDouble()).isEqualTo(-1);
        assertThat(row.path("disagreements").asInt()).isEqualTo(40);
        assertThat(row.at("/model_right_when_they_disagree/value").asDouble()).isEqualTo(1);
        assertThat(row.path("better").asText()).isEqualTo("model");

        terminal.run("reward", "train", project, "--seed", 3);
        Terminal.Call fresh = terminal.run("reward", "evaluate", project, "--by", "rule", "--json");
        assertThat(fresh.json().path("stale").asBoolean()).isFalse();
        assertThat(terminal.run("reward", "evaluate", project, "--by", "rule").out())
                .contains("40 of 40, the model is better");
    }

    @Test
    void slicesAndPeopleHaveTheirOwnAccuracy() {
        JsonNode people =
                terminal.run("reward", "evaluate", project, "--by", "person", "--json").json();
        assertThat(people.at("/rows/0/person").asText()).isEqualTo("ana");
        assertThat(people.at("/rows/0/model")).isEqualTo(people.path("accuracy"));
        JsonNode slices =
                terminal.run("reward", "evaluate", project, "--by", "slice", "--json").json();
        assertThat(slices.path("rows"))
                .extracting(row -> row.path("slice").asText())
                .contains("short-prompt", "unlike-length");
        assertThat(terminal.run("reward", "evaluate", "--pairs", "x", "--by", "rule").err())
                .contains("--by needs a PROJECT");
    }
}
