package dev.whetstone.resources.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.resources.sample.wish.WishDetectors;
import dev.whetstone.resources.sample.world.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The bundled judgements and pool belong to this grammar's prompts and are what they say.
class SampleFilesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static List<JsonNode> read(InputStream in) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (in) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static Map<String, String> poolPrompts() throws IOException {
        Map<String, String> prompts = new HashMap<>();
        for (JsonNode line :
                read(SampleProject.prompts(Split.LOOP, 0, SampleProject.POOL_PROMPTS))) {
            prompts.put(line.path("id").asText(), line.path("prompt").asText());
        }
        return prompts;
    }

    @Test
    void thePoolAnswersPromptsOfTheLoopSplitTwice() throws IOException {
        Map<String, String> prompts = poolPrompts();
        List<JsonNode> pool = read(SampleProject.pool());
        assertThat(pool)
                .hasSizeGreaterThan(300)
                .allMatch(
                        line ->
                                line.path("prompt")
                                        .asText()
                                        .equals(prompts.get(line.path("id").asText())))
                .allMatch(line -> line.path("responses").size() == 2);
    }

    @Test
    void everyJudgementIsOfOnePromptOfThePool() throws IOException {
        List<JsonNode> judgements = read(SampleProject.judgements());
        Set<String> judged = new HashSet<>();
        judgements.forEach(line -> judged.add(line.path("prompt").asText()));
        assertThat(judged).hasSameSizeAs(judgements);
        assertThat(poolPrompts().values()).containsAll(judged);
    }

    @Test
    void judgementsHaveTheShapeOfAJudgementsFile() throws IOException {
        List<JsonNode> judgements = read(SampleProject.judgements());
        assertThat(judgements).hasSizeBetween(55, 75);
        Instant before = Instant.EPOCH;
        for (JsonNode line : judgements) {
            assertThat(line.path("responses").size()).isEqualTo(2);
            assertThat(line.path("shown").size()).isEqualTo(2);
            assertThat(line.path("ranking").isEmpty()).isEqualTo(line.path("both_bad").asBoolean());
            assertThat(line.path("explanation").path("text").asText()).isNotBlank();
            Box.fromWireName(line.path("explanation").path("box").asText());
            Strength.fromWireValue(line.path("strength").asInt());
            Instant at = Instant.parse(line.path("judged_at").asText());
            assertThat(at).isAfter(before);
            before = at;
        }
    }

    @Test
    void theExpertGoesByTheWishWithFewSlips() throws IOException {
        WishDetectors wishes = new WishDetectors();
        int ranked = 0;
        int right = 0;
        for (JsonNode line : read(SampleProject.judgements())) {
            if (line.path("ranking").size() == 2) {
                String prompt = line.path("prompt").asText();
                JsonNode responses = line.path("responses");
                int best = line.path("ranking").get(0).get(0).asInt();
                String winner = responses.get(best).asText();
                String loser = responses.get(1 - best).asText();
                ranked++;
                if (wishes.judge(prompt, winner).satisfaction()
                        > wishes.judge(prompt, loser).satisfaction()) {
                    right++;
                }
            }
        }
        assertThat(right / (double) ranked).isBetween(.8, .999);
    }
}
