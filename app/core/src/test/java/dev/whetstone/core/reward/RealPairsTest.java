package dev.whetstone.core.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real preferences, with text features and an encoder that knows no meaning.
class RealPairsTest {
    private static List<RewardPair> read(String name, String prompt) throws IOException {
        Path file =
                Path.of(System.getProperty("whetstone.shared", "")).resolve("data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the real pairs are not here: " + name);
        ObjectMapper json = new ObjectMapper();
        List<RewardPair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            pairs.add(
                    RewardPair.judged(
                            name + pairs.size(),
                            row.path(prompt).textValue(),
                            row.path("answer_0").textValue(),
                            row.path("answer_1").textValue(),
                            1 - row.path("label").intValue()));
        }
        return pairs;
    }

    private static RewardReport evaluate(List<RewardPair> pairs) {
        return new RewardEvaluation(RewardSettings.DEFAULT, 5)
                .evaluate(
                        RewardData.of(
                                pairs,
                                new ResponseEncoder(new WordHashEncoder(), new TextFeatures())));
    }

    @Test
    void featuresBeatLongestWinsOnUltraFeedback() throws Exception {
        RewardReport report = evaluate(read("ultrafeedback-binarized-2pct.jsonl", "instruction"));
        assertThat(report.pairs()).isEqualTo(968);
        assertThat(report.longestWins().value()).isBetween(.549, .551);
        assertThat(report.accuracy().value()).isGreaterThan(.59);
        assertThat(report.aboveLongest().low()).isPositive();
        assertThat(report.logLoss()).isLessThan(.67);
    }

    @Test
    void questionsOfMtBenchStayTogether() throws Exception {
        RewardReport report = evaluate(read("mt-bench-human-train.jsonl", "conversation"));
        assertThat(report.pairs()).isEqualTo(898);
        assertThat(report.groups()).isEqualTo(80);
        assertThat(report.longestWins().value()).isBetween(.694, .695);
        assertThat(report.accuracy().value()).isGreaterThan(.66);
        assertThat(report.logLoss()).isLessThan(.64);
    }
}
