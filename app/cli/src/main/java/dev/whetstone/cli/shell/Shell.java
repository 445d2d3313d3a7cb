package dev.whetstone.cli.shell;

import dev.whetstone.services.Workbench;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import dev.whetstone.services.job.Subscription;
import dev.whetstone.services.place.Places;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The streams and services of one call of the program.
public final class Shell implements AutoCloseable {
    private static final int BAR = 24;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final Places places;
    private final Supplier<Workbench> maker;
    private @Nullable Workbench workbench;
    private String stage = "";
    private String notice = "";
    private boolean barShown;

    /// Whether progress is drawn over itself or written as one line a stage.
    public enum Terminal {
        YES,
        NO
    }

    public Shell(
            PrintWriter out,
            PrintWriter err,
            Terminal terminal,
            Places places,
            Supplier<Workbench> maker) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.places = places;
        this.maker = maker;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public Places places() {
        return places;
    }

    /// The services, made on first use.
    public synchronized Workbench workbench() {
        if (workbench == null) {
            workbench = maker.get();
        }
        return workbench;
    }

    /// Waits for a job and shows how far it is.
    public <T> T follow(JobHandle<T> job) {
        try (Subscription ignored = job.onStatus(this::show)) {
            return job.join();
        } finally {
            endProgress();
        }
    }

    private synchronized void show(JobStatus status) {
        if (status.stage().isEmpty() || status.state().isFinal()) {
            return;
        }
        if (!status.message().equals(notice)) {
            notice = status.message();
            clearBar();
            err.println(notice);
        }
        if (terminal == Terminal.YES) {
            err.print("\r\u001b[K" + bar(status));
            barShown = true;
        } else if (!status.stage().equals(stage)) {
            err.println(status.stage());
        }
        stage = status.stage();
        err.flush();
    }

    private static String bar(JobStatus status) {
        if (status.total() <= 0) {
            return status.stage();
        }
        int full = (int) (BAR * status.done() / status.total());
        String left = status.secondsLeft() < 0 ? "" : "  " + time(status.secondsLeft()) + " left";
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d of %d%s",
                status.stage(),
                "=".repeat(full),
                " ".repeat(BAR - full),
                status.done(),
                status.total(),
                left);
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 60 ? s + " s" : s / 60 + " min " + s % 60 + " s";
    }

    /// Clears a bar that is still on the screen.
    public synchronized void endProgress() {
        clearBar();
        stage = "";
        notice = "";
    }

    private void clearBar() {
        if (barShown) {
            err.print("\r\u001b[K");
            err.flush();
            barShown = false;
        }
    }

    /// Checks that an output file may be written: what a person did not name is not made, so its
    /// folder has to be there.
    ///
    /// @throws ServiceException `file.exists`, `file.folder`
    public static void mayWrite(Path file, Force force) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ServiceException(
                    "file.folder",
                    "There is no folder " + folder + ".",
                    "Make it first, or name another file.");
        }
        if (force == Force.NO && Files.exists(file)) {
            throw new ServiceException(
                    "file.exists", file + " exists.", "Add --force to overwrite it.");
        }
    }

    /// Whether `--force` was given.
    public enum Force {
        NO,
        YES
    }

    /// Cancels what runs and lets the services go.
    @Override
    public void close() {
        Workbench open;
        synchronized (this) {
            open = workbench;
            workbench = null;
        }
        // not under the lock: what runs shows its progress here before it ends
        if (open != null) {
            open.close();
        }
    }
}
