package dev.whetstone.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.services.project.ProjectInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, IMPORT",
        "60, 3, 0, 0, 0, JUDGE",
        "60, 20, 0, 0, 0, EXPLAIN",
        "60, 20, 2, 0, 0, TRAIN",
        "60, 20, 2, 1, 0, ALIGN",
        "60, 20, 2, 1, 3, REVIEW",
        "5, 5, 2, 0, 0, TRAIN",
    })
    void whatIsMissingComesFirst(
            int pairs, int judged, int rules, int models, int iterations, NextStep expected) {
        ProjectInfo info =
                new ProjectInfo(
                        new UUID(0, 0),
                        "p",
                        Path.of("p"),
                        Path.of("a"),
                        Instant.EPOCH,
                        1,
                        pairs,
                        pairs * 2L,
                        pairs,
                        pairs,
                        judged,
                        judged,
                        rules,
                        rules,
                        models,
                        iterations,
                        List.of());
        assertThat(NextStep.of(info)).isEqualTo(expected);
    }
}
