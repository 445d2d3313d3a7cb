package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbsTest {
    private static final String SHORTER = "prefer lower words(X)";

    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

    @BeforeEach
    void open() {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no verb here needs a model: " + job);
                        });
        project = folder.resolve("claims.whetstone");
    }

    /// 30 judged pairs: the shorter response was preferred in all but three.
    private Path pairs() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(
                    "{\"prompt\":\"message %d\",\"a\":\"brief answer %d\",\"b\":\"a much longer answer with many words %d\",\"label\":\"%s\"}"
                            .formatted(i, i, i, i < 27 ? "a" : "b"));
        }
        return Files.write(folder.resolve("pairs.jsonl"), lines);
    }

    private void imported() throws IOException {
        assertThat(terminal.run("new", project).code()).isZero();
        assertThat(terminal.run("import", project, pairs(), "--annotator", "ana").code()).isZero();
    }

    @Test
    void anEmptyProjectIsMadeOnce() {
        assertThat(terminal.run("new", project, "--json").json().path("prompts").asInt()).isZero();
        Terminal.Call again = terminal.run("new", project);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).startsWith("error: file.exists " + project);
    }

    @Test
    void importReportsAndCountsOnce() throws IOException {
        terminal.run("new", project);
        JsonNode dry = terminal.run("import", project, pairs(), "--dry-run", "--json").json();
        assertThat(dry.path("judgements").asInt()).isEqualTo(30);
        assertThat(terminal.run("info", project, "--json").json().path("prompts").asInt()).isZero();

        JsonNode report = terminal.run("import", project, pairs(), "--json").json();
        assertThat(report.path("format").asText()).isEqualTo("pairs");
        assertThat(report.path("comparisons").asInt()).isEqualTo(30);
        JsonNode twice = terminal.run("import", project, pairs(), "--json").json();
        assertThat(twice.path("duplicates").asInt()).isEqualTo(30);
        assertThat(terminal.run("info", project, "--json").json().path("judgements").asInt())
                .isEqualTo(30);
    }

    @Test
    void oneBadRowKeepsTheFileOutUnlessItIsLeftOut() throws IOException {
        terminal.run("new", project);
        Path file = pairs();
        Files.writeString(
                file,
                "{\"prompt\":\"p\",\"a\":\"\",\"b\":\"y\",\"label\":\"a\"}\n",
                StandardOpenOption.APPEND);

        Terminal.Call refused = terminal.run("import", project, file, "--json");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(
                        "error: input.rejected "
                                + file
                                + " line 31: \"a\" is empty; nothing was imported")
                .contains("--skip-bad");
        assertThat(terminal.run("info", project, "--json").json().path("prompts").asInt()).isZero();

        Terminal.Call taken = terminal.run("import", project, file, "--skip-bad", "--json");
        assertThat(taken.code()).isZero();
        assertThat(taken.json().path("judgements").asInt()).isEqualTo(30);
        assertThat(taken.json().at("/rejected/0/line").asInt()).isEqualTo(31);
    }

    @Test
    void aMappedColumnThatIsNotThereIsNamed() throws IOException {
        terminal.run("new", project);
        Terminal.Call call =
                terminal.run("import", project, pairs(), "--map", "prompt=question,a=a,b=b");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err())
                .contains("pairs.jsonl has no column \"question\" as --map says; it has prompt, a");
    }

    @Test
    void aRuleIsCountedAgainstChoices() throws IOException {
        imported();
        terminal.run("rules", "add", project, SHORTER, "--name", "shorter");
        JsonNode rule = terminal.run("coverage", project, "--json").json().at("/rules/0");
        assertThat(rule.path("name").asText()).isEqualTo("shorter");
        assertThat(rule.path("coverage").asDouble()).isEqualTo(1);
        assertThat(rule.path("correct").asInt()).isEqualTo(27);
        assertThat(rule.path("incorrect").asInt()).isEqualTo(3);
        assertThat(rule.path("empirical_accuracy").asDouble()).isEqualTo(.9);
        assertThat(rule.path("longer_agreement").asDouble()).isZero();
    }

    @Test
    void aPausedRuleDoesNotVoteAndComesBack() throws IOException {
        imported();
        terminal.run("rules", "add", project, SHORTER, "--name", "shorter");
        terminal.run("rules", "pause", project, "shorter");
        assertThat(terminal.run("coverage", project, "--json").json().path("rules")).isEmpty();
        terminal.run("rules", "resume", project, "shorter");
        assertThat(terminal.run("coverage", project, "--json").json().path("rules")).hasSize(1);
        JsonNode history = terminal.run("rules", "history", project, "shorter", "--json").json();
        assertThat(history.path("revisions").findValuesAsText("what"))
                .containsExactly("activated", "paused", "added");
    }

    @Test
    void theProjectMayBeNamedBeforeWhatIsDoneWithItsRules() throws IOException {
        imported();
        assertThat(terminal.run("rules", project, "add", SHORTER, "--name", "shorter").code())
                .isZero();
        assertThat(terminal.run("rules", project, "list", "--json").json().at("/rules/0/name"))
                .hasToString("\"shorter\"");
        assertThat(terminal.run("rules", project).code()).isEqualTo(2);
        assertThat(terminal.run("rules", project, "nonsense").code()).isEqualTo(2);
    }

    @Test
    void aBrokenRuleNamesItsPosition() throws IOException {
        imported();
        Terminal.Call call = terminal.run("rules", "add", project, "prefer lower wrds(X)");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: rule.syntax line 1, column 14:");
    }

    @Test
    void votesAreWrittenOneRowAPair() throws IOException {
        imported();
        terminal.run("rules", "add", project, SHORTER, "--name", "shorter");
        Path out = folder.resolve("votes.csv");
        JsonNode report = terminal.run("vote", project, "--out", out, "--json").json();
        assertThat(report.path("pairs").asInt()).isEqualTo(30);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("id,shorter");
        assertThat(lines.subList(1, 31)).allMatch(line -> line.endsWith(",1"));
        Terminal.Call again = terminal.run("vote", project, "--out", out);
        assertThat(again.err()).startsWith("error: file.exists");
        assertThat(again.code()).isEqualTo(1);
    }

    @Test
    void votesOnAPairsFileNeedNoProject() throws IOException {
        Path rules =
                Files.writeString(folder.resolve("rules.txt"), "# one\nshorter: " + SHORTER + "\n");
        Path out = folder.resolve("votes.csv");
        JsonNode report =
                terminal.run("vote", "--pairs", pairs(), "--rules", rules, "--out", out, "--json")
                        .json();
        assertThat(report.path("rules").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(31).contains("1,1");
    }

    @Test
    void labelsFollowTheRuleWhereItWasRight() throws IOException {
        imported();
        terminal.run("rules", "add", project, SHORTER, "--name", "shorter");
        JsonNode labels = terminal.run("label", project, "--json").json();
        assertThat(labels.path("model").asText()).isEqualTo("ridge");
        assertThat(labels.path("weights").path("shorter").asDouble()).isPositive();
        assertThat(labels.path("accuracy").path("value").asDouble()).isEqualTo(.9);
    }

    @Test
    void aMatrixFileIsLabelledByMajority() throws IOException {
        Path matrix =
                Files.writeString(
                        folder.resolve("m.csv"), "x,y,z,gold\n1,1,-1,1\n0,0,1,0\n-1,-1,-1,-1\n");
        Path out = folder.resolve("p.csv");
        JsonNode report =
                terminal.run(
                                "label",
                                "--matrix",
                                matrix,
                                "--model",
                                "majority",
                                "--out",
                                out,
                                "--json")
                        .json();
        assertThat(report.path("accuracy").path("value").asDouble()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(4).contains("2,0.5");
    }

    @Test
    void knownAnswersOfAMatrixComeFromAnotherFile() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "x,y\n1,1\n0,0\n1,1\n-1,-1\n");
        Path gold = Files.writeString(folder.resolve("g.csv"), "id,gold\n1,1\n0,1\n1,1\n0,\n");
        JsonNode report =
                terminal.run(
                                "label",
                                "--matrix",
                                matrix,
                                "--model",
                                "majority",
                                "--gold",
                                gold,
                                "--json")
                        .json();
        assertThat(report.at("/accuracy/value").asDouble()).isEqualTo(2 / 3.0);
        Path less = Files.writeString(folder.resolve("less.csv"), "gold\n1\n");
        assertThat(terminal.run("label", "--matrix", matrix, "--gold", less).err())
                .contains("has 1 rows, the matrix 4");
        assertThat(terminal.run("label", project, "--gold", gold).code()).isEqualTo(2);
    }

    @Test
    void twoPeopleAreComparedOnWhatBothJudged() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String person : List.of("ana", "ben")) {
            for (int i = 0; i < 10; i++) {
                boolean first = i % 2 == 0 != (person.equals("ben") && i < 2);
                lines.add(
                        "{\"prompt\":\"two %d\",\"responses\":[\"yes %d\",\"no %d\"],\"ranking\":%s,\"annotator\":\"%s\"}"
                                .formatted(i, i, i, first ? "[[0],[1]]" : "[[1],[0]]", person));
            }
        }
        Path both = folder.resolve("both.whetstone");
        Path file = Files.write(folder.resolve("both.jsonl"), lines);
        terminal.run("new", both);
        assertThat(terminal.run("import", both, file).code()).isZero();
        JsonNode report = terminal.run("agreement", both, "--json").json();
        assertThat(report.path("people").asInt()).isEqualTo(2);
        assertThat(report.path("pairs").asInt()).isEqualTo(10);
        assertThat(report.at("/between/0/cohen_kappa/value").asDouble())
                .isCloseTo(.6, within(1e-9));
        assertThat(report.at("/krippendorff_alpha/low").asDouble())
                .isLessThan(report.at("/krippendorff_alpha/value").asDouble());
        assertThat(terminal.run("agreement", both).out()).contains("ana", "80.0%");
    }

    @Test
    void aBadMatrixNamesFileLineAndField() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "x,y,z\n1,1,-1\n0,7,1\n");
        Terminal.Call call = terminal.run("label", "--matrix", matrix);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: input.csv " + matrix + " line 3: y is \"7\"");
    }

    @Test
    void exportedPreferencesImportAgain() throws IOException {
        imported();
        Path out = folder.resolve("trl.jsonl");
        JsonNode report =
                terminal.run("export", project, "--as", "trl", "--out", out, "--json").json();
        assertThat(report.path("rows").asInt()).isEqualTo(30);
        assertThat(Files.readAllLines(out).getFirst())
                .contains("\"chosen\":\"brief answer 0\"")
                .contains("\"rejected\":\"a much longer answer with many words 0\"");
        assertThat(report.path("losses")).isNotEmpty();

        Path other = folder.resolve("other.whetstone");
        terminal.run("new", other);
        assertThat(terminal.run("import", other, out, "--json").json().path("judgements").asInt())
                .isEqualTo(30);
    }

    @Test
    void everyFormatIsWrittenOrSaysWhatItLeavesOut() throws IOException {
        terminal.run("new", project);
        Path scored =
                Files.writeString(
                        folder.resolve("scored.jsonl"),
                        "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"b\",\"score_a\":1.5,\"score_b\":2.5}\n"
                                + "{\"prompt\":\"q\",\"a\":\"x\",\"b\":\"y\",\"label\":\"a\"}\n");
        terminal.run("import", project, scored);
        for (String format :
                List.of(
                        "trl",
                        "trl-conversational",
                        "ultrafeedback-binarized",
                        "pairs",
                        "judgements")) {
            Path out = folder.resolve(format + ".out");
            Terminal.Call call =
                    terminal.run("export", project, "--as", format, "--out", out, "--json");
            assertThat(call.json().path("rows").asInt()).as(format).isEqualTo(2);
        }
        Path out = folder.resolve("all.out");
        JsonNode report =
                terminal.run("export", project, "--as", "all-responses", "--out", out, "--json")
                        .json();
        assertThat(report.path("losses").toString())
                .contains("1 left out: a response without a score");
        assertThat(Files.readString(out))
                .contains("\"all_generated_responses\":[\"y\",\"x\"],\"all_rm_scores\":[2.5,1.5]");
        assertThat(
                        terminal.run(
                                        "export",
                                        project,
                                        "--as",
                                        "trl",
                                        "--from",
                                        "iteration-x",
                                        "--out",
                                        folder.resolve("no"))
                                .code())
                .isEqualTo(1);
    }

    @Test
    void aSoundProjectPassesItsCheckAndItsBackupOpens() throws IOException {
        imported();
        assertThat(terminal.run("check", project, "--json").json().path("sound").asBoolean())
                .isTrue();
        Path copy = folder.resolve("copy.whetstone");
        terminal.run("backup", project, copy);
        assertThat(terminal.run("info", copy, "--json").json().path("judgements").asInt())
                .isEqualTo(30);
    }

    @Test
    void judgementsBringRulesOnlyWhenTheyAreAcceptedAndSafe() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(
                    "{\"prompt\":\"claim %d\",\"responses\":[\"%s We pay. %d\",\"We pay. %d\"],\"ranking\":[[0],[1]],\"explanation\":{\"box\":\"better\",\"text\":\"%s\",\"spans\":[],\"tags\":[]},\"annotator\":\"ana\"}"
                            .formatted(
                                    i,
                                    i < 2 ? "We are sorry." : "Well.",
                                    i,
                                    i,
                                    i == 0 ? "It says \\\"sorry\\\"." : "It glows."));
        }
        Path file = Files.write(folder.resolve("judged.jsonl"), lines);
        terminal.run("new", project);
        assertThat(terminal.run("judge", project, file, "--json").json().has("rules")).isFalse();
        assertThat(terminal.run("rules", "list", project, "--json").json().path("rules")).isEmpty();

        JsonNode report =
                terminal.run("judge", project, file, "--accept-rules", "safe", "--json").json();
        assertThat(report.path("duplicates").asInt()).isEqualTo(4);
        assertThat(report.at("/rules/explanations").asInt()).isEqualTo(4);
        assertThat(report.at("/rules/added/0/rule").asText())
                .isEqualTo("good(X) when contains(X, \"sorry\")");
        assertThat(report.at("/rules/added")).hasSize(1);
        assertThat(terminal.run("judge", project, file, "--accept-rules", "all").code())
                .isEqualTo(2);
    }

    @Test
    void wrongUseIsCodeTwoAndMissingFilesAreNamed() {
        assertThat(terminal.run("info").code()).isEqualTo(2);
        assertThat(terminal.run("coverage", project, "--nonsense").code()).isEqualTo(2);
        assertThat(terminal.run("reward").code()).isEqualTo(2);
        assertThat(terminal.run("no-such-verb").code()).isEqualTo(2);
        Terminal.Call missing = terminal.run("info", project);
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).startsWith("error: file.missing " + project);
    }

    @Test
    void aFileThatIsNoProjectIsRefused() throws IOException {
        Terminal.Call call = terminal.run("info", pairs());
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: project.invalid ");
    }

    @Test
    void everyPairThatNoRuleVotesOnIsInAGroupWithAName() throws IOException {
        imported();
        terminal.run("rules", "add", project, "bad(X) when contains(X, \"zebra\")");
        Terminal.Call told = terminal.run("coverage", project, "--clusters", "words");
        assertThat(told.out()).contains("30 pairs that no rule votes on");
        assertThat(told.out().lines()).noneMatch(line -> line.startsWith(":"));
        JsonNode clusters =
                terminal.run("coverage", project, "--clusters", "words", "--json")
                        .json()
                        .path("clusters");
        int grouped = clusters.path("nearly_same").asInt();
        for (JsonNode group : clusters.path("groups")) {
            grouped += group.path("pairs").asInt();
        }
        assertThat(grouped).isEqualTo(30);
    }

    @Test
    void everyVerbHasHelp() {
        for (String verb :
                List.of(
                        "new",
                        "info",
                        "check",
                        "backup",
                        "import",
                        "export",
                        "judge",
                        "vote",
                        "label",
                        "coverage",
                        "generate",
                        "rules",
                        "reward",
                        "model",
                        "align",
                        "engine",
                        "bench")) {
            Terminal.Call call = terminal.run(verb, "--help");
            assertThat(call.code()).as(verb).isZero();
            assertThat(call.out()).contains("Usage: whetstone " + verb);
        }
    }
}
