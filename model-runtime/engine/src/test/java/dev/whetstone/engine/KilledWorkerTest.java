package dev.whetstone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.ProgressListener;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real workers, killed at random moments of each kind of job, leave under a final name what is
/// whole or nothing; the job asked for again ends with the files of an undisturbed one, byte for
/// byte.
///
/// More of it: `-Dkills=20` kills each kind so often, `-Dkills.seed=2` at other moments,
/// `-Dkills.hidden=256` with a larger model, whose files take longer to write.
class KilledWorkerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = Integer.getInteger("kills", 1);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir Path folder;
    private WorkerProcess worker;
    private final Map<KilledJob, Long> longest = new EnumMap<>(KilledJob.class);

    @BeforeEach
    void launch() {
        worker = newWorker();
    }

    @AfterEach
    void stop() {
        worker.close();
        executor.close();
    }

    @Test
    void killedItEndsWithTheSameFiles() throws Exception {
        var inputs = KilledInputs.make(folder.resolve("in"), Integer.getInteger("kills.hidden", 0));
        var expected = new EnumMap<KilledJob, Map<String, String>>(KilledJob.class);
        for (var kind : KilledJob.values()) {
            var begin = System.nanoTime();
            done(kind.job(inputs, whole(kind)));
            // a new process takes longer
            longest.put(kind, 3 * (System.nanoTime() - begin));
            expected.put(kind, content(whole(kind), kind));
            assertThat(expected.get(kind)).isNotEmpty();
        }
        var random = new SplittableRandom(Long.getLong("kills.seed", 1));
        var hits = new EnumMap<KilledJob, Integer>(KilledJob.class);
        for (var round = 0; round < KILLS; round++) {
            for (var kind : KilledJob.values()) {
                if (killed(kind, inputs, random)) {
                    hits.merge(kind, 1, Integer::sum);
                    assertThat(expected.getOrDefault(kind, Map.of()).entrySet())
                            .as("%s after a kill", kind)
                            .containsAll(content(cut(kind), kind).entrySet());
                } else {
                    assertThat(content(cut(kind), kind)).isEqualTo(expected.get(kind));
                    delete(cut(kind));
                }
            }
        }
        for (var kind : KilledJob.values()) {
            done(kind.job(inputs, cut(kind)));
            assertThat(content(cut(kind), kind)).as("%s", kind).isEqualTo(expected.get(kind));
            assertThat(leftovers(cut(kind))).as("what a kill left of %s", kind).isEmpty();
        }
        System.getLogger(KilledWorkerTest.class.getName())
                .log(System.Logger.Level.INFO, "killed in " + hits + " of " + KILLS + " each");
    }

    /// Kills the worker at a random moment of the job; false when the job was done before.
    private boolean killed(KilledJob kind, KilledInputs inputs, SplittableRandom random)
            throws Exception {
        assertThat(worker.hello().get(60, TimeUnit.SECONDS)).isNotNull();
        var pid = worker.pid().orElseThrow();
        var begin = System.nanoTime();
        var until = begin + random.nextLong(longest.getOrDefault(kind, 1L));
        var running = worker.submit(kind.job(inputs, cut(kind)), ProgressListener.NONE);
        while (System.nanoTime() < until && !running.outcome().isDone()) {
            LockSupport.parkNanos(200_000);
        }
        if (running.outcome().isDone()) {
            longest.put(kind, System.nanoTime() - begin);
        }
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
        worker.close();
        worker = newWorker();
        return running.await() instanceof Outcome.Died;
    }

    private Path whole(KilledJob kind) throws IOException {
        return Files.createDirectories(folder.resolve("whole-" + kind));
    }

    private Path cut(KilledJob kind) throws IOException {
        return Files.createDirectories(folder.resolve("cut-" + kind));
    }

    private static void delete(Path out) throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void done(Job job) throws InterruptedException {
        assertThat(worker.submit(job, ProgressListener.NONE).await())
                .isInstanceOf(Outcome.Done.class);
    }

    private WorkerProcess newWorker() {
        var classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
        var cache =
                Path.of(
                        System.getProperty(
                                "ENGINE_CACHE_DIR", System.getProperty("user.home") + "/.djl.ai"));
        return new WorkerProcess(
                WorkerLaunch.engine(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        classPath,
                        1024,
                        cache,
                        folder.resolve("log")),
                executor);
    }

    /// Every file under a final name, without what differs between any two runs.
    private static Map<String, String> content(Path out, KilledJob kind) throws IOException {
        var content = new TreeMap<String, String>();
        for (var name : kind.finals()) {
            var path = out.resolve(name);
            if (Files.exists(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    for (var each : all.filter(Files::isRegularFile).toList()) {
                        content.put(out.relativize(each).toString(), content(each));
                    }
                }
            }
        }
        return content;
    }

    private static String content(Path file) throws IOException {
        if (file.getFileName().toString().equals("result.json")) {
            JsonNode result = JSON.readTree(file.toFile());
            ((ObjectNode) result.path("result")).remove("seconds");
            return result.toString();
        }
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }

    private static List<String> leftovers(Path out) throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(part|old|merged|training|job)"))
                    .toList();
        }
    }
}
