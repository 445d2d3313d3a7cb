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

class RulesSuggestTest {
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
        terminal.run("new", project);
    }

    /// The expert chooses the reply with the word "adjuster"; everything else is drawn by lot.
    private void judged(boolean withReason) throws IOException {
        Random random = new Random(7);
        List<String> words = List.of("roof", "claim", "today", "letter", "water", "policy", "form");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String[] reply = new String[2];
            int with = random.nextInt(2);
            for (int side = 0; side < 2; side++) {
                StringBuilder text = new StringBuilder("Reply " + i);
                for (int w = 0; w < 6; w++) {
                    text.append(' ').append(words.get(random.nextInt(words.size())));
                }
                reply[side] = text + (side == with ? " adjuster" : " someone");
            }
            boolean first = withReason ? with == 0 : random.nextBoolean();
            lines.add(
                    "{\"prompt\":\"question %d\",\"a\":\"%s\",\"b\":\"%s\",\"label\":\"%s\"}"
                            .formatted(i, reply[0], reply[1], first ? "a" : "b"));
        }
        Path file = Files.write(folder.resolve("pairs.jsonl"), lines);
        assertThat(terminal.run("import", project, file).code()).isZero();
    }

    @Test
    void findsTheReasonAndHoldsItAsASuggestionThatDoesNotVote() throws IOException {
        judged(true);
        JsonNode report = terminal.run("rules", "suggest", project, "--json").json();

        assertThat(report.path("choices").asInt()).isEqualTo(40);
        assertThat(report.path("unexplained").asInt()).isEqualTo(40);
        assertThat(report.path("suggestions")).hasSize(1);
        JsonNode found = report.at("/suggestions/0");
        assertThat(found.path("rule").asText())
                .isIn(
                        "good(X) when contains(X, \"adjuster\")",
                        "bad(X) when contains(X, \"someone\")");
        assertThat(found.path("explains").asInt()).isEqualTo(40);
        assertThat(found.path("question").asText())
                .startsWith("In 40 of 40 questions the choice fits this. Is a response ")
                .endsWith("”?");
        assertThat(found.path("q").asDouble()).isLessThan(1e-6);
        JsonNode listed = terminal.run("rules", "list", project, "--json").json();
        assertThat(listed.at("/rules/0/state").asText()).isEqualTo("suggested");
        assertThat(terminal.run("coverage", project, "--json").json().path("rules")).isEmpty();
    }

    @Test
    void whatWasSuggestedIsNotSuggestedAgain() throws IOException {
        judged(true);
        terminal.run("rules", "suggest", project);
        assertThat(terminal.run("rules", "suggest", project, "--json").json().path("suggestions"))
                .isEmpty();
    }

    @Test
    void choicesByLotGiveNoSuggestion() throws IOException {
        judged(false);
        JsonNode report =
                terminal.run("rules", "suggest", project, "--fdr", ".01", "--json").json();
        assertThat(report.path("tested").asInt()).isGreaterThan(10);
        assertThat(report.path("suggestions")).isEmpty();
    }

    @Test
    void whatARuleExplainsNeedsNoSuggestion() throws IOException {
        judged(true);
        terminal.run("rules", "add", project, "good(X) when contains(X, \"adjuster\")");
        JsonNode report = terminal.run("rules", "suggest", project, "--json").json();
        assertThat(report.path("unexplained").asInt()).isZero();
        assertThat(report.path("suggestions")).isEmpty();
    }
}
