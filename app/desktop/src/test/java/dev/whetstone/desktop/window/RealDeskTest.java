package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.OpenProject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk over a real project file, closed and opened again.
class RealDeskTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));

    @TempDir Path folder;
    private Path project;
    private int opened;

    @BeforeEach
    void fill() {
        project = folder.resolve("claims.whetstone");
        try (OpenProject made = OpenProject.create(project, CLOCK)) {
            made.with(
                    file ->
                            file.inTransaction(
                                    () -> {
                                        for (int i = 0; i < 3; i++) {
                                            var prompt =
                                                    file.prompts()
                                                            .add(
                                                                    List.of(
                                                                            new Message(
                                                                                    Role.USER,
                                                                                    "claim " + i)),
                                                                    "");
                                            var a =
                                                    file.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    "You are covered.",
                                                                    "m");
                                            var b =
                                                    file.responses()
                                                            .add(
                                                                    prompt.id(),
                                                                    "The deductible is 50.",
                                                                    "m");
                                            file.comparisons()
                                                    .add(prompt.id(), List.of(a.id(), b.id()));
                                        }
                                        return true;
                                    }));
        }
    }

    private Workbench workbench() {
        return ServiceGraph.with(
                (job, progress) -> {
                    throw new IllegalStateException("no model job is expected");
                },
                new Places(folder.resolve("state"), folder.resolve("cache")),
                CLOCK,
                new Ids(CLOCK, new Random(++opened)));
    }

    private TestWindow open() throws TimeoutException {
        TestWindow window = new TestWindow(folder, 990, 800, Optional.of(workbench()));
        window.show(ScreenId.COMPARE);
        return window;
    }

    private List<Judgement> judgements() {
        try (OpenProject read = OpenProject.open(project)) {
            return read.judgements();
        }
    }

    @Test
    void aChoiceSurvivesTheProgramAndIsTakenBackAfterARestart() throws TimeoutException {
        try (TestWindow window = open()) {
            window.press(KeyCode.J);
            window.press(KeyCode.ENTER);
        }
        assertThat(judgements()).hasSize(1);
        assertThat(judgements().getFirst().ranking().tiers()).hasSize(2);
        try (TestWindow window = open()) {
            window.press(KeyCode.Z);
        }
        assertThat(judgements()).isEmpty();
    }

    @Test
    void anUnfinishedDraftIsThereAfterARestart() throws TimeoutException {
        try (TestWindow window = open()) {
            window.press(KeyCode.T);
            window.press(KeyCode.E);
            window.write("both name no deductible");
        }
        try (TestWindow window = open()) {
            assertThat(window.text("#why-text")).isEqualTo("both name no deductible");
            window.press(KeyCode.ENTER);
        }
        assertThat(judgements().getFirst().ranking()).isEqualTo(Ranking.tie(0, 1));
        assertThat(judgements().getFirst().explanation().text())
                .isEqualTo("both name no deductible");
    }

    @Test
    void progressCountsWhatIsChosen() throws TimeoutException {
        try (TestWindow window = open()) {
            window.press(KeyCode.F);
            window.press(KeyCode.ENTER);
            assertThat(window.all(".page-head .label"))
                    .extracting(node -> ((Labeled) node).getText())
                    .contains("of 3", "1 chosen");
        }
    }
}
