package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.model.Models;
import dev.whetstone.services.place.Places;
import dev.whetstone.store.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPoliciesTest {
    @TempDir Path folder;
    private Path project;
    private Path base;
    private Path runs;
    private Models models;

    @BeforeEach
    void create() throws IOException {
        project = folder.resolve("p.whetstone");
        base = Files.createDirectories(folder.resolve("base")).toAbsolutePath();
        Files.writeString(base.resolve("config.json"), "{}");
        try (ProjectFile file = ProjectFile.create(project)) {
            runs = file.artefacts().folder().resolve("align").toAbsolutePath();
        }
        models =
                new Models(new Places(folder.resolve("s"), folder.resolve("c")), new RunPolicies());
    }

    private void run(int number, int finished) {
        RunFolder run = new RunFolder(runs.resolve("run-" + number));
        AlignSettings settings = AlignDefaults.settings(dev.whetstone.runtime.model.Device.CPU);
        JsonFiles.write(
                run.settings(),
                new RunRecord(
                        new UUID(0, number),
                        Instant.EPOCH,
                        base.toString(),
                        1,
                        "",
                        -1,
                        named(settings, base.toString())));
        for (int i = 1; i <= finished; i++) {
            JsonFiles.write(run.iteration(i).report(), JsonFiles.object());
        }
    }

    private static AlignSettings named(AlignSettings of, String base) {
        return new AlignSettings(
                base,
                of.prompts(),
                of.evaluation(),
                of.iterations(),
                of.promptsPerIteration(),
                of.evaluationPrompts(),
                of.samples(),
                of.pairing(),
                of.sampling(),
                of.evaluationSampling(),
                of.dpo(),
                of.device(),
                of.controls(),
                of.seed());
    }

    @Test
    void anIterationIsItsRunsBaseUnderTheAdaptersUpToIt() {
        run(1, 3);
        run(2, 2);

        ModelRef newest = models.ref(project + "#iteration-2");
        assertThat(newest.folder()).isEqualTo(base);
        assertThat(newest.adapters())
                .containsExactly(
                        runs.resolve("run-2/iteration-1/adapter"),
                        runs.resolve("run-2/iteration-2/adapter"));
        assertThat(models.ref(project + "#run-1/iteration-3").adapters()).hasSize(3);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> models.ref(project + "#iteration-1"))
                .isInstanceOf(ServiceException.class)
                .hasMessageEndingWith("p.whetstone has no alignment run.");
        run(1, 2);
        assertThatThrownBy(() -> models.ref(project + "#iteration-3"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.advice()).isEqualTo("It has 1 to 2."))
                .hasMessageContaining("no finished iteration 3");
        assertThatThrownBy(() -> models.ref(folder.resolve("other") + "#iteration-1"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.code()).isEqualTo("file.missing"));
    }

    @Test
    void namingAModelWritesNothing() throws IOException {
        run(1, 1);
        byte[] before = Files.readAllBytes(project);
        models.ref(project + "#iteration-1");
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .containsExactlyInAnyOrder("p.whetstone", "p.whetstone.d", "base");
        }
    }
}
