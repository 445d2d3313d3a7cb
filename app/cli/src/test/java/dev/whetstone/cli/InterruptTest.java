package dev.whetstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.cli.shell.Shell;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.place.Places;
import dev.whetstone.store.project.ProjectFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    @TempDir Path folder;

    /// What Ctrl-C does: the shell is closed from another thread while a verb works.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closingTheShellCancelsWhatRunsAndWritesNothing() throws Exception {
        Path project = folder.resolve("p.whetstone");
        ProjectFile.create(project).close();
        Path file = folder.resolve("many.jsonl");
        CountDownLatch importing = new CountDownLatch(1);
        StringWriter err = new StringWriter();
        PrintWriter watched =
                new PrintWriter(err) {
                    @Override
                    public void println(String line) {
                        super.println(line);
                        if (line.startsWith("Import")) {
                            importing.countDown();
                        }
                    }
                };
        writeMany(file);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
        Places places = new Places(folder.resolve("state"), folder.resolve("cache"));
        Shell shell =
                new Shell(
                        new PrintWriter(new StringWriter()),
                        watched,
                        Shell.Terminal.NO,
                        places,
                        () ->
                                ServiceGraph.with(
                                        (job, progress) -> {
                                            throw new AssertionError(job.toString());
                                        },
                                        places,
                                        clock,
                                        new Ids(clock, new Random(1))));
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(
                        () ->
                                CommandTree.execute(
                                        shell, "import", project.toString(), file.toString()));
        assertThat(importing.await(30, TimeUnit.SECONDS)).isTrue();

        shell.close();

        assertThat(code.join()).isEqualTo(130);
        assertThat(err.toString()).endsWith("cancelled" + System.lineSeparator());
        try (ProjectFile after = ProjectFile.open(project)) {
            assertThat(after.prompts().count()).isZero();
        }
    }

    private static void writeMany(Path file) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("{\"prompt\":\"q ").append(i).append("\"}\n");
        }
        Files.writeString(file, rows);
    }
}
