package dev.whetstone.store.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.store.Given;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process (SIGKILL on Unix) again and again: what it acknowledged must be there.
class KillTest {
    private static final int KILLS = 20;
    private static final int MOST_BEFORE_KILL = 60;

    @TempDir Path folder;

    @Test
    void noAcknowledgedJudgementIsLost() throws Exception {
        Path file = folder.resolve("claims.whetstone");
        try (ProjectFile project = ProjectFile.create(file)) {
            Given.comparison(project, "Is it covered?", "Yes.", "We will look into it.");
        }
        Set<UUID> acknowledged = new HashSet<>();
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeUntilKilled(file, kill, random.nextInt(MOST_BEFORE_KILL)));
            Set<UUID> kept = new HashSet<>();
            // Opening takes over the lock of the dead process.
            try (ProjectFile project = ProjectFile.open(file)) {
                project.judgements().all().forEach(event -> kept.add(event.id()));
                assertThat(project.check()).isEmpty();
            }
            assertThat(kept).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    /// Kills after a number of acknowledgements; by the time the signal lands the child is
    /// somewhere in a later append.
    private static List<UUID> writeUntilKilled(Path file, int seed, int acknowledgements)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                JudgementWriter.class.getName(),
                                file.toString(),
                                Integer.toString(seed))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<UUID> ids = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                // A line without its end was cut by the kill; nothing was acknowledged then.
                if (line.length() == 36) {
                    ids.add(UUID.fromString(line));
                }
                if (ids.size() == acknowledgements + 1) {
                    // Not Process.destroyForcibly, which also closes the pipe with unread lines.
                    child.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        assertThat(child.waitFor()).as("the child was killed").isNotZero();
        return ids;
    }
}
