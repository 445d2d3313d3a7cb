package dev.whetstone.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.ProgressListener;
import dev.whetstone.runtime.worker.Reply;
import dev.whetstone.runtime.worker.Request;
import dev.whetstone.runtime.worker.Wire;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WorkerServerTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir Path folder;

    @AfterEach
    void closeExecutor() {
        executor.close();
    }

    @Test
    void killedUnderAJobItIsReportedAndStartedAgain() throws Exception {
        try (var worker = new WorkerProcess(launch(), executor)) {
            var started = new CountDownLatch(1);
            var running = worker.submit(job("until-cancelled"), progress -> started.countDown());
            assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
            ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow().destroyForcibly();

            assertThat(running.await()).isInstanceOf(Outcome.Died.class);
            assertThat(worker.submit(job("fine"), ProgressListener.NONE).await())
                    .isEqualTo(new Outcome.Done(TextNode.valueOf("fine")));
        }
    }

    @Test
    void whatALibraryPrintsGoesToTheLogAndNotIntoTheProtocol() throws Exception {
        try (var worker = new WorkerProcess(launch(), executor)) {
            assertThat(worker.submit(job("print"), ProgressListener.NONE).await())
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(Files.readString(folder.resolve("worker.log")))
                .contains("a library's advertisement");
    }

    @Test
    void itEndsWhenItsParentIsGone() throws Exception {
        var launch = launch();
        var process =
                new ProcessBuilder(command(launch))
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        process.outputWriter().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    @Timeout(30)
    void underAJobThatHearsNothingItEndsAtOnceWhenItsParentIsGone() throws Exception {
        var process =
                new ProcessBuilder(command(launch()))
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        try (var in = process.outputWriter();
                var out = process.inputReader()) {
            in.write(Wire.line(new Request.Run("one", job("deaf"))) + "\n");
            in.flush();
            while (!(Wire.reply(out.readLine()) instanceof Reply.Progress)) {
                assertThat(process.isAlive()).isTrue();
            }
            in.close();
            // a worker that is asked to stop gives its job eight seconds
            assertThat(process.waitFor(6, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(30)
    void itEndsAtOnceWhenItsParentDiedBeforeItsFirstWord() throws Exception {
        var process =
                new ProcessBuilder(command(launch()))
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        process.inputReader().close();
        process.outputWriter().close();
        assertThat(process.waitFor(6, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).contains("the app is gone");
    }

    @Test
    void aSignalToTheWholeGroupLetsTheAppCancelInPeace() throws Exception {
        Assumptions.assumeTrue(
                ProcessHandle.current().supportsNormalTermination(), "no signals here");
        try (var worker = new WorkerProcess(launch(), executor)) {
            var started = new CountDownLatch(1);
            var running = worker.submit(job("until-cancelled"), progress -> started.countDown());
            assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
            ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow().destroy();
            running.cancel();
            assertThat(running.await()).isEqualTo(new Outcome.Cancelled());
        }
    }

    private static Job job(String name) {
        return new Job.Bench(name, List.of(), Map.of());
    }

    private WorkerLaunch launch() throws IOException {
        return new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                ScriptedWorkerMain.class.getName(),
                List.of("-Xmx256m"),
                Map.of(),
                folder.resolve("worker.log"),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    private static List<String> command(WorkerLaunch launch) {
        return List.of(
                launch.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                launch.mainClass());
    }
}
