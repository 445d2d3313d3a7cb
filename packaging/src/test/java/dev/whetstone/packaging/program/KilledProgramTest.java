package dev.whetstone.packaging.program;

import static dev.whetstone.packaging.program.RunningProgram.Victim.APP;
import static dev.whetstone.packaging.program.RunningProgram.Victim.BOTH;
import static dev.whetstone.packaging.program.RunningProgram.Victim.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `align run` of the built program, killed from outside and resumed, against the same run left in
/// peace.
class KilledProgramTest {
    private static final String TRAINED = "iteration-1/work/dpo/metrics.jsonl";

    @TempDir static Path folder;
    private static Program program;
    private static SmallRun untouched;
    private static SmallRun whole;
    private static String status;
    private static Set<String> sockets;
    private static long nanos;

    /// A moment of the run, and who dies then.
    private record Kill(String stage, RunningProgram.Victim victim, Predicate<SmallRun> reached) {}

    private static final List<Kill> KILLS =
            List.of(
                    new Kill(
                            "sample",
                            APP,
                            run -> run.has("iteration-1/work/generated.jsonl.part.part")),
                    new Kill("score", BOTH, run -> run.has("iteration-1/work/generated.jsonl")),
                    new Kill("pair", APP, run -> run.has("iteration-1/responses.jsonl")),
                    new Kill("train", WORKER, run -> run.lines(TRAINED) >= 12),
                    new Kill("train on", BOTH, run -> run.lines(TRAINED) >= 16),
                    new Kill("evaluate", BOTH, run -> run.has("iteration-1/work/kl-rows.jsonl")),
                    new Kill(
                            "control",
                            BOTH,
                            run -> run.has("control-random-pairs/work/dpo/metrics.jsonl")),
                    new Kill("report", APP, run -> run.has("report.json")));

    @BeforeAll
    static void runInPeace() throws Exception {
        program =
                new Program(
                        Path.of(System.getProperty("whetstone.dist")),
                        folder.resolve("state"),
                        Path.of(System.getProperty("whetstone.dist")).resolveSibling("test-cache"));
        untouched = SmallRun.make(program, folder.resolve("untouched"));
        whole = untouched.copyTo(folder.resolve("whole"));
        sockets = new HashSet<>();
        long from = System.nanoTime();
        RunningProgram running = program.start(whole.folder(), SmallRun.ARGUMENTS);
        running.until(
                () -> {
                    sockets.addAll(running.sockets());
                    LockSupport.parkNanos(50_000_000);
                    return false;
                });
        nanos = System.nanoTime() - from;
        assertThat(running.process().waitFor()).as(running.messages()).isZero();
        status = program.run(whole.folder(), "align", "status", "small.whetstone", "--json");
        assertThat(whole.lines(TRAINED)).as("steps of a training").isGreaterThanOrEqualTo(20);
    }

    @Test
    @Timeout(900)
    void inEveryStageItResumesToTheSameFiles() throws Exception {
        SmallRun run = untouched.copyTo(folder.resolve("killed"));
        RunningProgram running = program.start(run.folder(), SmallRun.ARGUMENTS);
        for (Kill kill : KILLS) {
            assertThat(running.until(() -> kill.reached().test(run)))
                    .as("%s: %s", kill.stage(), running.messages())
                    .isTrue();
            running.kill(kill.victim());
            if (kill.victim() != WORKER) {
                running = program.start(run.folder(), SmallRun.RESUME);
            } else {
                RunningProgram same = running;
                assertThat(same.until(() -> says(same, "A new one goes on"))).isTrue();
            }
        }
        assertThat(running.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        same(run);
    }

    /// More of them: `-Dkills=20` kills the program at as many random moments, `-Dkills.seed=2` at
    /// others.
    @Test
    void atAnyMomentItResumesToTheSameFiles() throws Exception {
        int kills = Integer.getInteger("kills", 0);
        Assumptions.assumeTrue(kills > 0, "only with -Dkills=N");
        SplittableRandom random = new SplittableRandom(Long.getLong("kills.seed", 1));
        SmallRun run = untouched.copyTo(folder.resolve("random"));
        RunningProgram running = program.start(run.folder(), SmallRun.ARGUMENTS);
        for (int i = 0; i < kills; i++) {
            RunningProgram.Victim victim = RunningProgram.Victim.values()[random.nextInt(3)];
            long until = System.nanoTime() + random.nextLong(nanos / 3);
            RunningProgram now = running;
            if (!now.until(() -> System.nanoTime() > until)) {
                if (now.process().exitValue() == 0) {
                    break;
                }
                assertThat(now.messages()).contains("worker.died");
                running = goOn(run);
                continue;
            }
            now.kill(victim);
            running = victim == WORKER ? now : goOn(run);
        }
        assertThat(running.process().waitFor(240, TimeUnit.SECONDS)).isTrue();
        if (running.process().exitValue() != 0) {
            // two workers in a row died before they got anywhere: the program gave up, as it should
            assertThat(running.messages()).contains("worker.died");
            program.run(run.folder(), again(run));
        }
        same(run);
    }

    private static RunningProgram goOn(SmallRun run) throws Exception {
        return program.start(run.folder(), again(run));
    }

    private static String[] again(SmallRun run) {
        return run.has("run.json") ? SmallRun.RESUME : SmallRun.ARGUMENTS;
    }

    /// What others load: a merged folder and a GGUF file, of the run's last iteration. A kill
    /// leaves nothing of either name, or all of it. `-Dkills=20` and `-Dkills.seed=2` as above.
    @Test
    @Timeout(900)
    void anExportThatIsKilledLeavesNoHalf() throws Exception {
        int kills = Math.max(2, Integer.getInteger("kills", 0));
        SplittableRandom random = new SplittableRandom(Long.getLong("kills.seed", 1));
        SmallRun run = whole.copyTo(folder.resolve("exports"));
        for (String[] export :
                List.of(
                        new String[] {"model", "merge", "small.whetstone#iteration-2", "merged"},
                        new String[] {"model", "gguf", "small.whetstone#iteration-2", "m.gguf"})) {
            Path out = run.folder().resolve(export[3]);
            long from = System.nanoTime();
            program.run(run.folder(), export);
            long longest = System.nanoTime() - from;
            Map<String, String> expected = SmallRun.content(out);
            SmallRun.delete(out);
            for (int i = 0; i < kills; i++) {
                RunningProgram running = program.start(run.folder(), export);
                long until = System.nanoTime() + random.nextLong(longest);
                boolean hit = running.until(() -> System.nanoTime() > until);
                running.kill(random.nextBoolean() ? APP : BOTH);
                if (Files.exists(out)) {
                    assertThat(SmallRun.content(out)).isEqualTo(expected);
                    SmallRun.delete(out);
                } else {
                    assertThat(hit).as(running.messages()).isTrue();
                }
            }
            program.run(run.folder(), export);
            assertThat(SmallRun.content(out)).isEqualTo(expected);
            assertThat(SmallRun.names(run.folder())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /// The iteration in use is written after the report; a kill between the two leaves this.
    @Test
    @Timeout(600)
    void aRunWhoseLastWordIsMissingIsFinished() throws Exception {
        SmallRun run = whole.copyTo(folder.resolve("last-word"));
        Path record = run.file("run.json");
        String kept = Files.readString(record);
        assertThat(kept).contains("\"kept\" : 2");
        Files.writeString(record, kept.replace("\"kept\" : 2", "\"kept\" : -1"));
        program.run(run.folder(), SmallRun.RESUME);
        same(run);
    }

    @Test
    void appAndWorkerOpenNoSocket() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc here");
        assertThat(sockets).isEmpty();
    }

    private static boolean says(RunningProgram running, String words) {
        try {
            return running.messages().contains(words);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void same(SmallRun run) throws Exception {
        String now = program.run(run.folder(), "align", "status", "small.whetstone", "--json");
        assertThat(SmallRun.status(now)).isEqualTo(SmallRun.status(status));
        Map<String, String> expected = whole.content();
        Map<String, String> found = run.content();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (name, content) -> assertThat(found.get(name)).as(name).isEqualTo(content));
        program.run(run.folder(), "check", "small.whetstone");
    }
}
