package dev.whetstone.resources.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.resources.sample.world.CustomerMessage;
import dev.whetstone.resources.sample.world.Dialogue;
import dev.whetstone.resources.sample.world.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsDeskTest {
    private final ClaimsDesk desk = ClaimsDesk.load();

    @Test
    void thePromptsOfTheSplitsAreManyAndAllDifferent() {
        Set<String> texts = new HashSet<>();
        for (Split split : Split.values()) {
            int n = split == Split.TRAINING ? 4000 : 1000;
            List<CustomerMessage> prompts = desk.prompts(split, n);
            prompts.forEach(prompt -> texts.add(prompt.text()));
            assertThat(prompts).allMatch(prompt -> Split.of(prompt.text()) == split);
        }
        assertThat(texts).hasSize(6000);
    }

    @Test
    void aPromptsSplitDoesNotDependOnDigits() {
        assertThat(Split.of("Claim HC-4821 is open."))
                .isEqualTo(Split.of("Claim HC-9930 is open."));
    }

    @Test
    void noTrainingMessageIsAnEvaluationOrLoopPrompt() {
        assertThat(desk.corpus(5, 2000).map(Dialogue::message))
                .allMatch(message -> Split.of(message.text()) == Split.TRAINING);
    }

    @Test
    void theCorpusIsWrittenAsMessages(@TempDir Path dir) throws IOException {
        new CorpusWriter(desk).training(dir.resolve("c.jsonl"), 5, 20);
        List<String> lines = Files.readAllLines(dir.resolve("c.jsonl"));
        assertThat(lines.get(0))
                .startsWith("{\"messages\":[{\"role\":\"user\",\"content\":\"")
                .contains("},{\"role\":\"assistant\",\"content\":\"");
    }

    @Test
    void aCopyingExerciseFollowsEveryMessageWithAReference(@TempDir Path dir) throws IOException {
        new CorpusWriter(desk).training(dir.resolve("c.jsonl"), 5, 200);
        List<String> exercises =
                Files.readAllLines(dir.resolve("c.jsonl")).stream()
                        .filter(line -> line.contains("Only my reference"))
                        .toList();
        long withReference =
                desk.corpus(5, 200).filter(d -> !d.message().reference().isEmpty()).count();
        assertThat(exercises).hasSize(Math.toIntExact(withReference));
        assertThat(exercises)
                .allMatch(line -> line.matches(".*([A-Z]{2}-\\d{4}).*\"content\":\"\\1\"}]}"));
    }
}
