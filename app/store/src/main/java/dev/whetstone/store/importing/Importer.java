package dev.whetstone.store.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.store.importing.input.RawRow;
import dev.whetstone.store.importing.input.Reason;
import dev.whetstone.store.importing.input.RowFile;
import dev.whetstone.store.importing.input.RowSource;
import dev.whetstone.store.importing.row.Fields;
import dev.whetstone.store.importing.row.RowFormat;
import dev.whetstone.store.importing.row.RowRejected;
import dev.whetstone.store.project.ProjectFile;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Imports files into a project in one transaction: everything, or nothing.
public final class Importer {
    private static final List<String> ENDINGS =
            List.of(".jsonl", ".json", ".csv", ".tsv", ".jsonl.gz", ".json.gz", ".csv.gz");

    private static final int ROWS_A_PACE = 1000;

    private final ProjectFile project;
    private final InstantSource clock;

    public Importer(ProjectFile project, InstantSource clock) {
        this.project = project;
        this.clock = clock;
    }

    /// What the file seems to be; reads its first rows.
    ///
    /// @throws StoreException BAD_INPUT when the format is not recognised
    public static Recognised recognise(ImportRequest request) {
        try {
            return Preview.recognise(request);
        } catch (IOException e) {
            throw unreadable(request.file(), e);
        }
    }

    /// Imports a file, or the files of a folder in the order of their names.
    ///
    /// @return one report a file
    /// @throws StoreException when nothing was imported
    public List<ImportReport> run(ImportRequest request) {
        return run(request, List.of(request.file()), (done, total) -> {});
    }

    /// Imports several files or folders, all of them or none.
    ///
    /// @param request its file is replaced by each of the paths
    /// @param pace called before each file and every thousand rows; what it throws undoes all
    /// @return one report a file
    /// @throws StoreException when nothing was imported
    public List<ImportReport> run(ImportRequest request, List<Path> paths, Pace pace) {
        List<Path> files = paths.stream().flatMap(path -> files(path).stream()).toList();
        return switch (request.mode()) {
            case COMMIT ->
                    project.inTransaction(
                            () -> {
                                List<ImportReport> reports = importAll(request, files, pace);
                                if (request.rejections() == Rejections.REFUSE) {
                                    Refusal.check(reports);
                                }
                                return reports;
                            });
            case DRY_RUN -> project.rehearse(() -> importAll(request, files, pace));
        };
    }

    /// Hears how far an import is.
    @FunctionalInterface
    public interface Pace {
        /// @param file from 0
        void at(int file, int files);
    }

    private List<ImportReport> importAll(ImportRequest request, List<Path> files, Pace pace) {
        List<ImportReport> reports = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int file = i;
            reports.add(
                    importFile(request.withFile(files.get(i)), () -> pace.at(file, files.size())));
        }
        return reports;
    }

    private ImportReport importFile(ImportRequest request, Runnable pace) {
        try {
            Recognised recognised = Preview.recognise(request);
            ImportAs as = request.as().resolved(recognised.format());
            Tally tally = new Tally();
            RowCommitter committer =
                    new RowCommitter(project, as, request.annotator(), tally, clock.instant());
            try (RowSource source = new RowFile(request.file(), request.limits()).open()) {
                Optional<RawRow> row = source.next();
                for (long rows = 0; row.isPresent(); rows++) {
                    if (rows % ROWS_A_PACE == 0) {
                        pace.run();
                    }
                    importRow(row.get(), recognised, committer, tally);
                    checkRejected(request, tally);
                    row = source.next();
                }
            }
            return tally.report(request.file().toString(), recognised.format(), as);
        } catch (IOException e) {
            throw unreadable(request.file(), e);
        }
    }

    private static void importRow(
            RawRow raw, Recognised recognised, RowCommitter committer, Tally tally) {
        switch (raw) {
            case RawRow.Broken broken ->
                    tally.rejected(new Rejection(broken.line(), broken.reason(), ""));
            case RawRow.Values values -> {
                try {
                    ObjectNode row = recognised.mapping().apply(values.values());
                    checkColumns(row, recognised.format());
                    committer.add(recognised.format().reader().read(new Fields(row)));
                } catch (RowRejected e) {
                    tally.rejected(
                            new Rejection(
                                    values.line(),
                                    e.reason(),
                                    recognised.mapping().inFile(e.field())));
                }
            }
        }
    }

    private static void checkColumns(ObjectNode row, RowFormat format) throws RowRejected {
        if (format.required().stream().noneMatch(row::has)) {
            throw new RowRejected(Reason.COLUMNS, "");
        }
    }

    private static void checkRejected(ImportRequest request, Tally tally) {
        List<Rejection> rejected = tally.rejected();
        if (rejected.isEmpty()) {
            return;
        }
        Rejection last = rejected.getLast();
        if (rejected.size() > request.limits().rejected()) {
            throw new StoreException(
                    StoreError.TOO_LARGE,
                    "%s line %d: more than %d rows were rejected; is the format right?"
                            .formatted(request.file(), last.line(), request.limits().rejected()));
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
            files.removeIf(
                    file -> ENDINGS.stream().noneMatch(file.getFileName().toString()::endsWith));
            if (files.isEmpty()) {
                throw new StoreException(
                        StoreError.MISSING,
                        "%s holds no file ending in %s"
                                .formatted(path, String.join(", ", ENDINGS)));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(StoreError.IO, "cannot look into " + path, e);
        }
    }

    private static StoreException unreadable(Path file, IOException e) {
        return new StoreException(
                StoreError.IO, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
}
