package dev.whetstone.resources.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.resources.sample.world.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleProjectTest {
    private final JsonMapper json = new JsonMapper();

    private List<JsonNode> read(InputStream in) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (in) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    @Test
    void promptsAreNumberedWithinTheirSplit() throws IOException {
        List<JsonNode> lines = read(SampleProject.prompts(Split.EVALUATION, 10, 5));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).path("id").asText()).isEqualTo("evaluation-0011");
        assertThat(lines.get(0))
                .isEqualTo(read(SampleProject.prompts(Split.EVALUATION, 0, 20)).get(10));
    }

    @Test
    void everyPromptIsOfTheSplitThatItsTextDecides() throws IOException {
        assertThat(read(SampleProject.loopPrompts(0, 300)))
                .allMatch(line -> Split.of(line.path("prompt").asText()) == Split.LOOP);
    }

    @Test
    void iterationsNeverSeeAPromptOfThePool() throws IOException {
        List<JsonNode> pool =
                read(SampleProject.prompts(Split.LOOP, 0, SampleProject.POOL_PROMPTS));
        assertThat(read(SampleProject.loopPrompts(0, 600)))
                .hasSize(600)
                .doesNotContainAnyElementsOf(pool);
    }
}
