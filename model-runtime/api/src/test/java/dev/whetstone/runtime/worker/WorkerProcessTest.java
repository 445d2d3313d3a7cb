package dev.whetstone.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.whetstone.runtime.job.Job;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerProcessTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir Path folder;

    @AfterEach
    void closeExecutor() {
        executor.close();
    }

    @Test
    void aJobReportsProgressAndItsResult() throws Exception {
        var seen = new LinkedBlockingQueue<Reply.Progress>();
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            var running = worker.submit(job("done", "grüße 🙂"), seen::add);

            assertThat(running.await())
                    .isEqualTo(
                            new Outcome.Done(
                                    com.fasterxml.jackson.databind.node.TextNode.valueOf(
                                            "grüße 🙂")));
            assertThat(seen).extracting(Reply.Progress::stage).containsExactly("half");
        }
    }

    @Test
    void aFailureCarriesCodeMessageAndAdvice() throws Exception {
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            assertThat(worker.submit(job("fail"), ProgressListener.NONE).await())
                    .isEqualTo(new Outcome.Failed("some.code", "what went wrong", "do this"));
        }
    }

    @Test
    void theDeathOfTheProcessEndsItsJobsAndTheNextJobStartsAnother() throws Exception {
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            var first = worker.hello().get(30, TimeUnit.SECONDS);
            var waiting = worker.submit(job("wait"), ProgressListener.NONE);
            var fatal = worker.submit(job("exit"), ProgressListener.NONE);

            assertThat(waiting.await())
                    .asInstanceOf(type(Outcome.Died.class))
                    .extracting(Outcome.Died::message)
                    .asString()
                    .contains("exit code 7");
            assertThat(fatal.await()).isInstanceOf(Outcome.Died.class);

            assertThat(worker.submit(job("done", "again"), ProgressListener.NONE).await())
                    .isInstanceOf(Outcome.Done.class);
            assertThat(first.versions()).containsEntry("java", "fake");
        }
    }

    @Test
    void cancelPauseAndContinueReachTheWorker() throws Exception {
        var stages = new LinkedBlockingQueue<String>();
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            var running = worker.submit(job("wait"), progress -> stages.add(progress.stage()));
            assertThat(stages.poll(30, TimeUnit.SECONDS)).isEqualTo("waiting");
            running.pause();
            assertThat(stages.poll(30, TimeUnit.SECONDS)).isEqualTo("paused");
            running.resume();
            assertThat(stages.poll(30, TimeUnit.SECONDS)).isEqualTo("continued");
            running.cancel();

            assertThat(running.await()).isEqualTo(new Outcome.Cancelled());
        }
    }

    @Test
    void aSilentWorkerIsKilled() throws Exception {
        try (var worker = worker("hello", Duration.ofMillis(300))) {
            var running = worker.submit(job("wait"), ProgressListener.NONE);

            assertThat(running.await())
                    .asInstanceOf(type(Outcome.Died.class))
                    .extracting(Outcome.Died::message)
                    .asString()
                    .contains("no sign of life for 300 ms");
        }
    }

    @Test
    void outputThatIsNotTheProtocolIsADeath() throws Exception {
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            assertThat(worker.submit(job("garbage"), ProgressListener.NONE).await())
                    .asInstanceOf(type(Outcome.Died.class))
                    .extracting(Outcome.Died::message)
                    .asString()
                    .contains("not of the protocol");
        }
    }

    @Test
    void aWorkerOfAnotherProtocolIsRefused() throws Exception {
        try (var worker = worker("future", Duration.ofSeconds(30))) {
            assertThat(worker.submit(job("wait"), ProgressListener.NONE).await())
                    .asInstanceOf(type(Outcome.Died.class))
                    .extracting(Outcome.Died::message)
                    .asString()
                    .contains("protocol 99");
        }
    }

    @Test
    void aMissingJavaIsAnOutcomeAndNotAnException() throws Exception {
        var launch = launch("hello", Duration.ofSeconds(30));
        var broken =
                new WorkerLaunch(
                        folder.resolve("no-java"),
                        launch.classPath(),
                        launch.mainClass(),
                        List.of(),
                        Map.of(),
                        launch.log(),
                        launch.startTimeout(),
                        launch.silenceTimeout());
        try (var worker = new WorkerProcess(broken, executor)) {
            assertThat(worker.submit(job("wait"), ProgressListener.NONE).await())
                    .asInstanceOf(type(Outcome.Died.class))
                    .extracting(Outcome.Died::message)
                    .asString()
                    .contains("could not be started");
        }
    }

    @Test
    void closingEndsTheProcess() throws Exception {
        CompletableFuture<ProcessHandle> exit;
        try (var worker = worker("hello", Duration.ofSeconds(30))) {
            worker.hello().get(30, TimeUnit.SECONDS);
            exit = ProcessHandle.of(worker.pid().orElseThrow()).orElseThrow().onExit();
        }
        assertThat(exit.get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private static Job job(String name, String... options) {
        return new Job.Bench(name, List.of(options), Map.of());
    }

    private WorkerProcess worker(String start, Duration silence) {
        return new WorkerProcess(launch(start, silence), executor);
    }

    private WorkerLaunch launch(String start, Duration silence) {
        return new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                FakeWorker.class.getName(),
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfake.start=" + start),
                Map.of(),
                folder.resolve("worker.log"),
                Duration.ofSeconds(30),
                silence);
    }
}
