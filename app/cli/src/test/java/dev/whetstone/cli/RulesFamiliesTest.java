package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFamiliesTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

    /// 60 pairs; one reply is longer, has exclamation marks, and is chosen in two of three.
    @BeforeEach
    void open() throws IOException {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no verb here needs a model: " + job);
                        });
        project = folder.resolve("claims.whetstone");
        terminal.run("new", project);
        Random random = new Random(2);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String shouted = "Call us today about case " + i + ", please do!" + "!".repeat(i % 5);
            String plain = "Call case " + i + ".";
            boolean first = random.nextBoolean();
            lines.add(
                    "{\"prompt\":\"question %d\",\"a\":\"%s\",\"b\":\"%s\",\"label\":\"%s\"}"
                            .formatted(
                                    i,
                                    first ? shouted : plain,
                                    first ? plain : shouted,
                                    first == (i % 3 > 0) ? "a" : "b"));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), lines);
        assertThat(terminal.run("import", project, file).code()).isZero();
        Path rules =
                Files.writeString(
                        folder.resolve("rules.txt"),
                        """
                        longer: prefer higher words(X)
                        chars: prefer higher chars(X)
                        shouts: prefer higher exclamations(X)
                        """);
        assertThat(terminal.run("rules", "add", project, "--file", rules).code()).isZero();
    }

    private JsonNode families(Object... more) {
        List<Object> args = new ArrayList<>(List.of("rules", "families", project));
        args.addAll(List.of(more));
        args.add("--json");
        return terminal.run(args.toArray()).json();
    }

    private double weight(String rule) {
        for (JsonNode row : terminal.run("coverage", project, "--json").json().path("rules")) {
            if (row.path("name").asText().equals(rule)) {
                return row.path("learned_weight").asDouble();
            }
        }
        throw new AssertionError("no rule " + rule);
    }

    @Test
    void rulesOfTheSameThingAndOfTheSameVotesAreSuggested() {
        JsonNode found = families();
        assertThat(found.path("confirmed")).isEmpty();
        assertThat(found.path("suggested")).hasSize(1);
        assertThat(found.at("/suggested/0/rules")).hasSize(3);
        assertThat(found.at("/suggested/0/reasons").toString())
                .contains("longer and chars look at the same: length")
                .contains("agree on 60 of 60 pairs");
    }

    @Test
    void aConfirmedFamilyIsKeptAndCountsAsOneWitness() {
        double before = weight("shouts");
        JsonNode after = families("--confirm", "longer", "chars", "--by", "ana");
        assertThat(after.at("/confirmed/0/rules").toString()).isEqualTo("[\"longer\",\"chars\"]");
        assertThat(after.at("/confirmed/0/by").asText()).isEqualTo("ana");
        assertThat(families().path("confirmed")).hasSize(1);
        assertThat(weight("shouts")).isGreaterThan(before);
    }

    @Test
    void aFamilyOfOneIsNone() {
        families("--confirm", "longer", "chars", "shouts");
        assertThat(families("--split", "shouts").at("/confirmed/0/rules")).hasSize(2);
        assertThat(families("--split", "chars").path("confirmed")).isEmpty();
        assertThat(terminal.run("rules", "families", project, "--split", "chars").err())
                .contains("rule.family");
    }

    @Test
    void aRuleIsInOneFamilyOnly() {
        families("--confirm", "longer", "chars");
        JsonNode after = families("--confirm", "chars", "shouts");
        assertThat(after.path("confirmed")).hasSize(1);
        assertThat(after.at("/confirmed/0/rules").toString()).isEqualTo("[\"chars\",\"shouts\"]");
    }

    @Test
    void aRuleThatIsLengthByAnotherNameHasABadge() {
        for (JsonNode row : terminal.run("coverage", project, "--json").json().path("rules")) {
            boolean shouts = row.path("name").asText().equals("shouts");
            assertThat(row.path("longer_agreement").asDouble()).isEqualTo(1);
            assertThat(row.path("length_badge").asText())
                    .isEqualTo(shouts ? "follows longer" : "none");
            assertThat(row.path("length_matched_accuracy").isNull()).isTrue();
        }
    }
}
