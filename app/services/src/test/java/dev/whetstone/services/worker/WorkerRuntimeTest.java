package dev.whetstone.services.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Jobs whose workers die, in real processes.
@Timeout(120)
class WorkerRuntimeTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Heard heard = new Heard();
    @TempDir Path folder;
    private WorkerProcess process;

    private static final class Heard implements Progress {
        private final List<String> notices = new ArrayList<>();

        @Override
        public void stage(String name) {}

        @Override
        public void units(long done, long total) {}

        @Override
        public void figures(Map<String, Double> figures) {}

        @Override
        public void notice(String text) {
            notices.add(text);
        }

        @Override
        public void safePoint() {}

        @Override
        public void onSignal(SignalListener listener) {}
    }

    @BeforeEach
    void launch() {
        process =
                new WorkerProcess(
                        new WorkerLaunch(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                Arrays.stream(
                                                System.getProperty("java.class.path")
                                                        .split(File.pathSeparator))
                                        .map(Path::of)
                                        .toList(),
                                DyingWorker.class.getName(),
                                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                                Map.of(),
                                folder.resolve("log"),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(60)),
                        executor);
    }

    @AfterEach
    void stop() {
        process.close();
        executor.close();
    }

    private Job dying(int times, String how) {
        return new Job.Bench(
                "die",
                List.of(folder.resolve("deaths").toString(), String.valueOf(times), how),
                Map.of());
    }

    private int deaths() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("deaths")));
    }

    @Test
    void aDeadWorkerIsReplacedAndThePersonHearsOfIt() throws Exception {
        assertThat(new WorkerRuntime(process).run(dying(3, "moving"), heard).asText())
                .isEqualTo("done");
        assertThat(heard.notices).hasSize(4);
        assertThat(heard.notices.subList(0, 3))
                .allMatch(notice -> notice.contains("exit code 134"))
                .allMatch(notice -> notice.endsWith("goes on from the last checkpoint."));
        assertThat(heard.notices.getLast()).isEqualTo("memory is short");
    }

    @Test
    void aJobThatKillsItsWorkersAgainAndAgainIsGivenUp() throws IOException {
        assertThatThrownBy(() -> new WorkerRuntime(process).run(dying(99, "moving"), heard))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("worker.died");
                            assertThat(failure.advice()).contains("Nothing that was finished");
                        });
        assertThat(deaths()).isEqualTo(6);
    }

    @Test
    void oneThatNeverGetsAnywhereIsGivenUpSooner() throws IOException {
        assertThatThrownBy(() -> new WorkerRuntime(process).run(dying(99, "stuck"), heard))
                .isInstanceOf(ServiceException.class);
        assertThat(deaths()).isEqualTo(2);
    }
}
