package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.importing.ImportMode;
import dev.whetstone.store.importing.ImportRequest;
import dev.whetstone.store.importing.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The project file with many judgements: importing them from a file of pairs, appending single
/// ones as the desk does (each on the disk before the next), and opening it again with everything
/// read. Works in a temporary folder, so the disk that holds it is what is measured.
public record StoreBench(int judgements, int appends, long seed) {
    public StoreBench {
        if (judgements < 1 || appends < 1) {
            throw new ServiceException(
                    "bench.option", "judgements and appends are at least 1.", "");
        }
    }

    /// Figures: `judgements`, `import_seconds`, `import_rows_per_second`, `appends`,
    /// `append_seconds`, `appends_per_second`, `open_seconds`, `file_mb`, and `seconds` of all.
    public Measured run(Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("whetstone-store");
        try {
            progress.stage("Import");
            Path pairs = folder.resolve("pairs.jsonl");
            Files.write(pairs, lines());
            InstantSource clock = InstantSource.system();
            Path file = folder.resolve("bench.whetstone");
            ObjectNode figures = JsonFiles.object().put("judgements", judgements);
            double imported;
            double appended;
            try (OpenProject project = OpenProject.create(file, clock)) {
                ImportRequest request = ImportRequest.of(pairs).withMode(ImportMode.COMMIT);
                imported = seconds(() -> take(project, clock, request));
                progress.stage("Append");
                List<JudgementEvent> events = events(project, clock.instant());
                appended = seconds(() -> events.forEach(event -> append(project, event, progress)));
            }
            progress.stage("Open");
            double opened = seconds(() -> readAll(file));
            figures.put("import_seconds", imported)
                    .put("import_rows_per_second", judgements / imported)
                    .put("appends", appends)
                    .put("append_seconds", appended)
                    .put("appends_per_second", appends / appended)
                    .put("open_seconds", opened)
                    .put("file_mb", Files.size(file) / 1048576.0)
                    .put("seconds", imported + appended + opened);
            return new Measured(
                    figures, ProcessMemory.peakMegabytes(), 1, "none", "none: each is done once");
        } finally {
            delete(folder);
        }
    }

    private List<String> lines() {
        Random random = new Random(seed);
        List<String> texts = BenchTexts.made(2 * judgements, seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < judgements; i++) {
            lines.add(
                    JsonFiles.object()
                            .put("prompt", "message " + i)
                            .put("a", texts.get(2 * i))
                            .put("b", texts.get(2 * i + 1))
                            .put("label", random.nextBoolean() ? "a" : "b")
                            .toString());
        }
        return lines;
    }

    private void take(OpenProject project, InstantSource clock, ImportRequest request) {
        long taken =
                project.with(opened -> new Importer(opened, clock).run(request)).stream()
                        .mapToLong(report -> report.judgements())
                        .sum();
        if (taken != judgements) {
            throw new IllegalStateException(taken + " of " + judgements + " rows were imported");
        }
    }

    private List<JudgementEvent> events(OpenProject project, Instant now) {
        Ids ids = new Ids(InstantSource.fixed(now), new Random(seed));
        Annotator expert = project.with(opened -> opened.annotators().add("bench"));
        List<UUID> comparisons = List.copyOf(project.content().comparisons().keySet());
        List<JudgementEvent> events = new ArrayList<>();
        for (int i = 0; i < appends; i++) {
            UUID id = ids.next();
            events.add(
                    new JudgementEvent.Judged(
                            id,
                            new Judgement(
                                    id,
                                    comparisons.get(i % comparisons.size()),
                                    expert.id(),
                                    now.plusMillis(i),
                                    Ranking.prefer(i % 2, 1 - i % 2),
                                    Strength.CLEARLY,
                                    Acceptable.YES,
                                    false,
                                    Explanation.NONE,
                                    List.of(0, 1))));
        }
        return events;
    }

    private static void append(OpenProject project, JudgementEvent event, Progress progress) {
        progress.safePoint();
        project.with(
                opened -> {
                    opened.judgements().append(event);
                    return true;
                });
    }

    private void readAll(Path file) {
        try (OpenProject project = OpenProject.open(file)) {
            int comparisons = project.content().comparisons().size();
            int standing = project.judgements().size();
            if (comparisons != judgements || standing < judgements) {
                throw new IllegalStateException(
                        comparisons + " comparisons and " + standing + " judgements were read");
            }
        }
    }

    private static double seconds(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
