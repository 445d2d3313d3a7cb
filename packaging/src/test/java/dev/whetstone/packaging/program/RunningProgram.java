package dev.whetstone.packaging.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A program that was started, with the worker below it.
record RunningProgram(Process process, Path err, Path out) {
    private static final long POLL_NANOS = 5_000_000;

    /// A dying process has to end its write to the disk first, which may be slow.
    private static final Duration AFTER_THE_APP = Duration.ofSeconds(20);

    /// Which processes a kill hits.
    enum Victim {
        APP,
        WORKER,
        BOTH
    }

    String messages() throws IOException {
        return Files.readString(err);
    }

    /// Waits until something is so; false when the program ended before.
    boolean until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (!process.isAlive()) {
                return reached.getAsBoolean();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    List<ProcessHandle> workers() {
        return process.children().toList();
    }

    /// SIGKILL. A worker that is left alone has to end by itself, soon.
    void kill(Victim victim) throws InterruptedException {
        List<ProcessHandle> workers = workers();
        if (victim != Victim.APP) {
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        if (victim != Victim.WORKER) {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        for (ProcessHandle worker : workers) {
            assertThat(worker.onExit())
                    .as("the worker ends when the app is gone")
                    .succeedsWithin(AFTER_THE_APP);
        }
    }

    /// Sockets that app and worker hold now, as the kernel lists them; empty where it cannot say.
    Set<String> sockets() {
        Set<String> found = new HashSet<>();
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(one -> found.addAll(sockets(one.pid())));
        return found;
    }

    private static Set<String> sockets(long pid) {
        Set<String> found = new HashSet<>();
        Path folder = Path.of("/proc/" + pid + "/fd");
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> descriptors = Files.list(folder)) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith("socket:")) {
                    found.add(pid + " " + target);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the process ended meanwhile; what it held before was seen before
            return found;
        }
        return found;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
