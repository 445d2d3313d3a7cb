package dev.whetstone.core.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoveltyTest {
    private static final List<String> PIECES =
            List.of(
                    "1. ", "2) ", "- ", "> ", "* ", "\n", "\n\n", "    ", "```\n", "30 days",
                    "1 month", "two", "2", "1,000", "1000", "3.5", "$5", "10%", "one", " of ",
                    "plan ", "12.");

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    @Test
    void anyIsWhatTheCountSays() {
        Random random = new Random(7);
        int some = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            String answer = text(random);
            String prompt = text(random);
            long counted =
                    Novelty.count(
                            new TextFeatures(answer),
                            EntityType.NUMBER,
                            List.of(new TextFeatures(prompt)));
            boolean any =
                    Novelty.any(
                            new TextFeatures(answer),
                            EntityType.NUMBER,
                            List.of(new TextFeatures(prompt)));
            assertThat(any).as("«%s» after «%s»", answer, prompt).isEqualTo(counted > 0);
            some += any ? 1 : 0;
        }
        assertThat(some).isBetween(2_000, 18_000);
    }
}
