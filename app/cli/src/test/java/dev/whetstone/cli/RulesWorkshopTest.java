package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates, checks, slots and word lists from the command line.
class RulesWorkshopTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path project;

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
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(
                    ("{\"prompt\":\"Question %d. Answer in exactly two sentences, no commas.\","
                                    + "\"a\":\"We pay. Wait here %d\",\"b\":\"We pay, so wait %d\","
                                    + "\"label\":\"a\"}")
                            .formatted(i, i, i));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), lines);
        assertThat(terminal.run("import", project, file).code()).isZero();
    }

    @Test
    void templatesAreListedByGroup() {
        JsonNode listed = terminal.run("rules", "templates", "--json").json().path("templates");
        assertThat(listed).hasSize(26);
        assertThat(listed.findValuesAsText("id")).contains("no_comma", "stated_constraints");
    }

    @Test
    void aTemplateBecomesARuleThatVotes() {
        var added =
                terminal.run(
                        "rules",
                        "add",
                        project,
                        "--template",
                        "number_sentences",
                        "num_sentences=2");
        assertThat(added.code()).isZero();
        terminal.run("rules", "add", project, "--template", "stated_constraints");
        JsonNode rules = terminal.run("rules", "list", project, "--json").json().path("rules");
        assertThat(rules.findValuesAsText("rule"))
                .containsExactlyInAnyOrder(
                        "good(X) when sentences(X) >= 2", "prefer higher met_constraints(X, P)");
        for (JsonNode rule : rules) {
            assertThat(rule.path("correct").asInt()).isEqualTo(12);
        }
    }

    @Test
    void aValueThatDoesNotFitIsOneClearLine() {
        var refused =
                terminal.run(
                        "rules", "add", project, "--template", "number_words", "num_words=few");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("template.value", "num_words is a whole number, not few");
    }

    @Test
    void aCheckNamesWhatIsWrongAndWhere() {
        JsonNode found =
                terminal.run(
                                "rules",
                                "check",
                                project,
                                "--rule",
                                "good(X) when contains(X, /,/)",
                                "--json")
                        .json()
                        .at("/rules/0/findings");
        assertThat(found.findValuesAsText("kind")).contains("wrong_way", "broad");
        assertThat(found.get(0).path("pairs")).isNotNull();
    }

    @Test
    void slotsAreShownMovedAndFitted() {
        terminal.run("rules", "add", project, "--name", "short", "prefer lower chars(X) by ?m");
        JsonNode moved =
                terminal.run("rules", "slots", project, "short", "--set", "m=400", "--json")
                        .json()
                        .at("/slots/0");
        assertThat(moved.at("/at/value").asDouble()).isEqualTo(400);
        assertThat(moved.at("/at/silent").asInt()).isEqualTo(12);
        JsonNode fitted =
                terminal.run("rules", "slots", project, "short", "--fit", "--json")
                        .json()
                        .at("/slots/0");
        assertThat(fitted.at("/at/value")).isEqualTo(fitted.at("/likeliest/value"));
    }

    @Test
    void aWordListGrows() {
        JsonNode grown =
                terminal.run("rules", "concept", project, "@payment", "--add", "we pay", "--json")
                        .json();
        assertThat(grown.path("name").asText()).isEqualTo("payment");
        assertThat(grown.at("/entries/0").asText()).isEqualTo("\"we pay\"");
    }
}
