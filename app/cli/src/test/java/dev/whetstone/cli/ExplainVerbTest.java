package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainVerbTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Path pair;

    @BeforeEach
    void open() throws IOException {
        terminal =
                new Terminal(
                        folder,
                        (job, progress) -> {
                            throw new AssertionError("no verb here needs a model: " + job);
                        });
        pair =
                Files.writeString(
                        folder.resolve("pair.json"),
                        """
                        {"prompt": "Where is my money?",
                         "a": "It is late.",
                         "b": "We are sorry that it is late.",
                         "label": "b"}
                        """);
    }

    private JsonNode explain(String box, String text) {
        return terminal.run("explain", "--text", text, "--box", box, "--pair", pair, "--json")
                .json()
                .at("/explanations/0");
    }

    @Test
    void aRuleIsHeldAgainstThePairThatItIsAbout() {
        assertThatObject(explain("better", "It says \"sorry\"."))
                .returns("rule", row -> row.path("outcome").asText())
                .returns("supports", row -> row.path("pair").asText())
                .returns("good(X) when contains(X, \"sorry\")", row -> row.path("rule").asText());
        assertThat(explain("better", "It says \"late\".").path("pair").asText())
                .isEqualTo("abstains");
    }

    @Test
    void aRuleThatSpeaksForTheOtherReplyBecomesAQuestion() {
        assertThatObject(explain("worse", "It says \"sorry\"."))
                .returns("question", row -> row.path("outcome").asText())
                .returns("contradicts", row -> row.path("pair").asText())
                .returns("", row -> row.path("rule").asText())
                .returns(false, row -> row.path("question").asText().isEmpty());
    }

    @Test
    void theWordListsOfAProjectAreKnownByName() throws IOException {
        Path project = folder.resolve("funds.whetstone");
        Path rules =
                Files.writeString(
                        folder.resolve("rules.txt"),
                        "@concept house_fund = {\"Alpha Growth\", \"Beta Income\"}\n");
        terminal.run("new", project);
        assertThat(terminal.run("rules", "add", project, "--file", rules).code()).isZero();
        String[] asked = {
            "explain", "--text", "Mentions a house fund.", "--box", "worse", "--json"
        };

        assertThat(terminal.run((Object[]) asked).json().at("/explanations/0/rule").asText())
                .doesNotContain("@house_fund");
        JsonNode known =
                terminal.run(
                                "explain",
                                "--text",
                                "Mentions house funds.",
                                "--box",
                                "worse",
                                project,
                                "--json")
                        .json();
        assertThat(known.at("/explanations/0/rule").asText())
                .isEqualTo("bad(X) when contains(X, @house_fund)");
    }

    @Test
    void aPairWithoutAChoiceIsRefusedByField() throws IOException {
        Files.writeString(pair, "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"label\":\"tie\"}");
        Terminal.Call call = terminal.run("explain", "--text", "Too long.", "--pair", pair);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).startsWith("error: input.json " + pair + ": the field \"label\"");
    }

    @Test
    void aPairGoesWithASentence() {
        assertThat(terminal.run("explain", "--tsv", pair, "--pair", pair).code()).isEqualTo(2);
    }
}
