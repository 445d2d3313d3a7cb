package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.place.Installation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts the real desktop as a child, drawn into memory, and reads when it showed its first frame
/// and answered on its own thread after it.
public final class StartBench {
    private static final String DESKTOP = "dev.whetstone.desktop.DesktopMain";
    private static final int PATIENCE_SECONDS = 120;

    private final Installation installation;
    private final int warmUp;
    private final int repeats;

    public StartBench(Installation installation, int warmUp, int repeats) {
        if (warmUp < 0 || repeats < 1) {
            throw new ServiceException(
                    "bench.option", "repeats are at least 1, warmup at least 0.", "");
        }
        this.installation = installation;
        this.warmUp = warmUp;
        this.repeats = repeats;
    }

    /// Figures: `repeats`, `seconds` of each start, their `median_seconds`. The peak is the
    /// largest of the children's.
    ///
    /// @param project opened by the desktop; at most one
    public Measured run(List<Path> project, Progress progress)
            throws IOException, InterruptedException {
        Laps laps = new Laps();
        double peak = 0;
        for (int run = 0; run < warmUp + repeats; run++) {
            progress.safePoint();
            progress.units(run, warmUp + repeats);
            JsonNode frame = start(project);
            if (run >= warmUp) {
                laps.add(frame.path("nanos").asLong());
                peak = Math.max(peak, frame.path("peak_rss_mb").asDouble());
            }
        }
        ObjectNode figures = JsonFiles.object().put("repeats", repeats);
        laps.report(figures, "seconds");
        figures.put("median_seconds", laps.median());
        return new Measured(
                figures,
                peak,
                Runtime.getRuntime().availableProcessors(),
                "none",
                warmUp + " starts, not counted");
    }

    private JsonNode start(List<Path> project) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("whetstone-start");
        Path frame = folder.resolve("frame.json");
        Path log = folder.resolve("log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(frame, project));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            // System.nanoTime of another process has another origin
            long from = System.currentTimeMillis();
            Process desktop = builder.start();
            try {
                if (!desktop.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(frame)) {
                    throw new ServiceException(
                            "bench.start",
                            "The desktop showed no frame: " + lastLine(log),
                            "Start it with ./whetstone and look at its log.");
                }
            } finally {
                desktop.destroyForcibly().waitFor();
            }
            ObjectNode shown = JsonFiles.read(frame, ObjectNode.class);
            return shown.put("nanos", (shown.path("epoch_millis").asLong() - from) * 1_000_000);
        } finally {
            Files.deleteIfExists(frame);
            Files.deleteIfExists(log);
            Files.deleteIfExists(folder);
        }
    }

    private List<String> command(Path frame, List<Path> project) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                installation.java().toString(),
                                "-Dwhetstone.home=" + installation.home(),
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:MaxRAMPercentage=40",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                installation.home().resolve("lib") + File.separator + "*",
                                DESKTOP,
                                "--first-frame",
                                frame.toString()));
        project.forEach(path -> command.add(path.toAbsolutePath().toString()));
        command.addAll(1, installation.startOptions());
        return command;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it ended without a word" : lines.getLast();
    }
}
