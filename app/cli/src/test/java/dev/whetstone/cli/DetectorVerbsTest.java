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

/// From marks to votes, labels and scores, with an encoder that knows words only.
class DetectorVerbsTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

    @BeforeEach
    void create() throws IOException {
        terminal = new Terminal(folder, new FakeModels());
        project = folder.resolve("claims.whetstone");
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add(
                    "{\"prompt\":\"message %d\",\"a\":\"thank you dear customer %d\",\"b\":\"denied by policy wording %d\",\"label\":\"a\"}"
                            .formatted(i, i, i));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), pairs);
        terminal.run("new", project);
        terminal.run("import", project, file, "--annotator", "ana");
    }

    private JsonNode json(Object... args) {
        Terminal.Call call = terminal.run(args);
        assertThat(call.code()).as(call.err()).isZero();
        return call.json();
    }

    private Path marks(int each) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            lines.add("{\"text\":\"thank you dear friend %d\",\"label\":true}".formatted(i));
            lines.add("{\"text\":\"denied see wording %d\",\"label\":false}".formatted(i));
        }
        return Files.write(folder.resolve("marks.jsonl"), lines);
    }

    private void teach() throws IOException {
        json("detectors", "add", project, "polite", "--author", "ana", "--json");
        json("detectors", "mark", project, "polite", "--file", marks(12), "--json");
        json("detectors", "train", project, "polite", "--json");
    }

    @Test
    void rulesThatVoteOnAFileAskTheProjectsDetectors() throws IOException {
        teach();
        Path pairs =
                Files.write(
                        folder.resolve("other.jsonl"),
                        List.of(
                                "{\"prompt\":\"p\",\"a\":\"thank you dear sir\",\"b\":\"denied by wording\"}",
                                "{\"prompt\":\"p\",\"a\":\"denied by rule\",\"b\":\"thank you dear\"}"));
        Path rules =
                Files.write(
                        folder.resolve("rules.txt"), List.of("good(X) when detects(X, #polite)"));
        Path votes = folder.resolve("other.csv");
        assertThat(terminal.run("vote", "--pairs", pairs, "--rules", rules, "--out", votes).err())
                .contains("rules.txt:1", "there is no detector #polite");
        JsonNode voted =
                json("vote", project, "--pairs", pairs, "--rules", rules, "--out", votes, "--json");
        assertThat(voted.path("pairs").asInt()).isEqualTo(2);
        assertThat(Files.readAllLines(votes).subList(1, 3))
                .extracting(line -> line.substring(line.lastIndexOf(',')))
                .containsExactly(",1", ",-1");
        assertThat(json("detectors", "show", project, "polite", "--json").path("read").asInt())
                .isZero();

        json("detectors", "add", project, "terse", "--json");
        Files.write(rules, List.of("good(X) when detects(X, #terse)"));
        assertThat(
                        terminal.run(
                                        "vote",
                                        project,
                                        "--pairs",
                                        pairs,
                                        "--rules",
                                        rules,
                                        "--out",
                                        folder.resolve("no.csv"))
                                .err())
                .contains("detector.untrained", "#terse");
    }

    @Test
    void repliesAreReadAndWhatWasFoundIsListed() throws IOException {
        teach();
        assertThat(
                        json("detectors", "read", project, "polite", "--most", 30, "--json")
                                .path("read")
                                .asInt())
                .isEqualTo(30);
        json("detectors", "read", project, "polite", "--json");
        JsonNode found = json("detectors", "found", project, "polite", "--each", 2, "--json");
        assertThat(found.path("read").asInt()).isEqualTo(80);
        assertThat(found.path("kept").asInt()).isEqualTo(40);
        assertThat(found.path("highest").path(0).path("text").asText()).startsWith("thank you");
        assertThat(found.path("lowest").path(1).path("text").asText()).startsWith("denied");
        assertThat(found.path("doubtful")).hasSize(2);
        assertThat(terminal.run("detectors", "found", project, "polite").out())
                .contains("has read 80 of 80 replies; 40 have");
    }

    @Test
    void aDetectorIsRenamedRemovedAndBroughtBack() throws IOException {
        teach();
        assertThat(
                        json("detectors", "rename", project, "polite", "kind", "--json")
                                .path("marks")
                                .asInt())
                .isEqualTo(24);
        json("detectors", "remove", project, "kind", "--json");
        assertThat(json("detectors", "list", project, "--json").path("detectors")).isEmpty();
        assertThat(json("detectors", "restore", project, "kind", "--json").path("state").asText())
                .isEqualTo("trained");
    }

    @Test
    void marksBecomeVotesLabelsAndScores() throws IOException {
        teach();
        JsonNode shown = json("detectors", "show", project, "#polite", "--json");
        assertThat(shown.path("state").asText()).isEqualTo("trained");
        assertThat(shown.path("kind").asText()).isEqualTo("head");
        assertThat(shown.path("marks").asInt()).isEqualTo(24);
        assertThat(shown.path("accuracy").path("value").asDouble()).isEqualTo(1);
        assertThat(shown.path("accuracy").path("low").asDouble()).isBetween(.7, .95);
        assertThat(shown.path("majority").asDouble()).isEqualTo(.5);
        assertThat(shown.path("standing").asText()).isEqualTo("better_than_majority");

        json(
                "rules",
                "add",
                project,
                "good(X) when detects(X, #polite)",
                "--name",
                "kind",
                "--json");
        JsonNode waiting = json("coverage", project, "--json").path("waiting_for_detectors");
        assertThat(waiting.toString())
                .isEqualTo(
                        "[{\"rule\":\"kind\",\"pairs\":40,\"detectors\":[\"polite\"],\"untrained\":[]}]");
        assertThat(terminal.run("rules", "list", project).out())
                .contains(
                        "1 rule waits for detectors to read texts, and does not vote there; run:"
                                + " whetstone detectors run PROJECT");

        JsonNode run = json("detectors", "run", project, "--json");
        assertThat(run.path("read").asInt()).isEqualTo(80);
        assertThat(run.path("waiting").asInt()).isZero();
        Path votes = folder.resolve("votes.csv");
        JsonNode voted = json("vote", project, "--out", votes, "--json");
        assertThat(voted.path("errors").asInt()).isZero();
        assertThat(voted.path("waiting_for_detectors")).isEmpty();
        assertThat(Files.readAllLines(votes)).hasSize(41).allMatch(l -> !l.endsWith(",0"));
        assertThat(terminal.run("coverage", project).out()).doesNotContain("wait");

        // the reward model carries the detector with it, and asks it about replies it never saw
        json("reward", "train", project, "--seed", 3, "--json");
        Path in =
                Files.write(
                        folder.resolve("in.jsonl"),
                        List.of(
                                "{\"prompt\":\"p\",\"response\":\"thank you dear sir\"}",
                                "{\"prompt\":\"p\",\"response\":\"denied by wording ok\"}"));
        Path out = folder.resolve("out.jsonl");
        json("reward", "score", project, in, "--out", out, "--json");
        List<JsonNode> rows = JsonFiles.readLines(out);
        assertThat(rows.get(0).path("score").asDouble())
                .isGreaterThan(rows.get(1).path("score").asDouble());
    }

    @Test
    void anExportedDetectorServesAnotherProject() throws IOException {
        teach();
        Path file = folder.resolve("polite.json");
        json("detectors", "export", project, "polite", "--out", file, "--json");
        Path other = folder.resolve("other.whetstone");
        terminal.run("new", other);
        Terminal.Call missing =
                terminal.run("rules", "add", other, "good(X) when detects(X, #polite)");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err())
                .contains("error: rule.detector line 1, column 25: there is no detector #polite");
        JsonNode taken = json("detectors", "import", other, file, "--json");
        assertThat(taken.path("accuracy").path("value").asDouble()).isEqualTo(1);
        json("rules", "add", other, "good(X) when detects(X, #polite)", "--json");
    }

    @Test
    void votingOnFilesNamesTheDetectorThatIsNotThere() throws IOException {
        Path rules =
                Files.write(
                        folder.resolve("rules.txt"),
                        List.of("kind: good(X) when detects(X, #polite)"));
        Terminal.Call call =
                terminal.run(
                        "vote",
                        "--pairs",
                        folder.resolve("pairs.jsonl"),
                        "--rules",
                        rules,
                        "--out",
                        folder.resolve("v.csv"));
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("rules.txt:1:31: there is no detector #polite");
    }

    @Test
    void aTestMeasuresWithoutTeaching() throws IOException {
        teach();
        Path file =
                Files.write(
                        folder.resolve("test.jsonl"),
                        List.of(
                                "{\"text\":\"thank you dear sir\",\"label\":true}",
                                "{\"text\":\"denied see wording\",\"label\":false}",
                                "{\"text\":\"denied by wording\",\"label\":true}",
                                "{\"text\":\"not said\",\"label\":null}"));
        JsonNode measured = json("detectors", "test", project, "polite", "--file", file, "--json");
        assertThat(measured.path("texts").asInt()).isEqualTo(3);
        assertThat(measured.path("accuracy").path("value").asDouble()).isEqualTo(2.0 / 3);
        JsonNode shown = json("detectors", "show", project, "polite", "--json");
        assertThat(shown.path("marks").asInt()).isEqualTo(24);
        assertThat(shown.path("state").asText()).isEqualTo("trained");
    }

    @Test
    void tooFewMarksAreAnErrorThatSaysHowMany() throws IOException {
        json("detectors", "add", project, "polite", "--json");
        json("detectors", "mark", project, "polite", "--file", marks(3), "--json");
        Terminal.Call call = terminal.run("detectors", "train", project, "polite");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err())
                .contains("error: detector.marks #polite has 6 marks, 3 yes and 3 no.")
                .contains("A head takes 20 or more, 5 of each");
    }

    @Test
    void aSampleIsAFileThatMarkTakesWhenItIsFilledIn() throws IOException {
        json("detectors", "add", project, "polite", "--json");
        Path sample = folder.resolve("sample.jsonl");
        JsonNode drawn =
                json(
                        "detectors",
                        "sample",
                        project,
                        "polite",
                        "--count",
                        30,
                        "--out",
                        sample,
                        "--json");
        assertThat(drawn.path("texts").asInt()).isEqualTo(30);
        List<String> filled = new ArrayList<>();
        for (String line : Files.readAllLines(sample)) {
            filled.add(line.replace("\"label\":null", "\"label\":" + line.contains("thank")));
        }
        Files.write(sample, filled);
        assertThat(
                        json("detectors", "mark", project, "polite", "--file", sample, "--json")
                                .path("marks")
                                .asInt())
                .isEqualTo(30);
    }
}
