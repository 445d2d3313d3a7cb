package dev.whetstone.services.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.project.StoreFailures;
import dev.whetstone.store.importing.ColumnMapping;
import dev.whetstone.store.importing.FormatChoice;
import dev.whetstone.store.importing.ImportAs;
import dev.whetstone.store.importing.ImportMode;
import dev.whetstone.store.importing.Importer;
import dev.whetstone.store.importing.Recognised;
import dev.whetstone.store.importing.Rejections;
import dev.whetstone.store.importing.input.ImportLimits;
import dev.whetstone.store.importing.input.RawRow;
import dev.whetstone.store.importing.input.RowFile;
import dev.whetstone.store.importing.input.RowSource;
import dev.whetstone.store.importing.row.RowFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Import and export of one project.
public final class ProjectData implements DataExchange {
    private static final int PREVIEW = 50;

    private final OpenProject project;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Exports exports;

    public ProjectData(OpenProject project, Jobs jobs, InstantSource clock, Exports exports) {
        this.project = project;
        this.jobs = jobs;
        this.clock = clock;
        this.exports = exports;
    }

    @Override
    public ImportPreview preview(Path file) {
        Recognised recognised =
                StoreFailures.translate(
                        () ->
                                Importer.recognise(
                                        dev.whetstone.store.importing.ImportRequest.of(file)));
        return new ImportPreview(
                recognised.format().wireName(),
                recognised.mapping().toString(),
                recognised.columns(),
                rows(file));
    }

    private static List<Map<String, String>> rows(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (RowSource source = new RowFile(file, ImportLimits.DEFAULT).open()) {
            while (rows.size() < PREVIEW) {
                Optional<RawRow> row = source.next();
                if (row.isEmpty()) {
                    break;
                }
                if (row.get() instanceof RawRow.Values values) {
                    rows.add(texts(values.values()));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }

    private static Map<String, String> texts(ObjectNode values) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : values.properties()) {
            JsonNode value = field.getValue();
            texts.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
        return texts;
    }

    @Override
    public JobHandle<List<ImportReport>> dryRun(ImportRequest request) {
        return start("Check " + names(request), request, ImportMode.DRY_RUN);
    }

    @Override
    public JobHandle<List<ImportReport>> importFiles(ImportRequest request) {
        return start("Import " + names(request), request, ImportMode.COMMIT);
    }

    private static String names(ImportRequest request) {
        return request.files().size() == 1
                ? String.valueOf(request.files().getFirst().getFileName())
                : request.files().size() + " files";
    }

    private JobHandle<List<ImportReport>> start(
            String name, ImportRequest request, ImportMode mode) {
        return jobs.start(
                name,
                progress -> {
                    progress.stage(name);
                    var asked = StoreFailures.translate(() -> storeRequest(request, mode));
                    List<ImportReport> reports =
                            project
                                    .with(
                                            opened ->
                                                    new Importer(opened, clock)
                                                            .run(
                                                                    asked,
                                                                    request.files(),
                                                                    pace(progress)))
                                    .stream()
                                    .map(ProjectData::report)
                                    .toList();
                    if (mode == ImportMode.COMMIT) {
                        project.changed(Change.CONTENT);
                        project.changed(Change.JUDGEMENTS);
                    }
                    return reports;
                });
    }

    private static Importer.Pace pace(Progress progress) {
        return (file, files) -> {
            progress.safePoint();
            progress.units(file, files);
        };
    }

    private static dev.whetstone.store.importing.ImportRequest storeRequest(
            ImportRequest request, ImportMode mode) {
        var asked =
                dev.whetstone.store.importing.ImportRequest.of(request.files().getFirst())
                        .withMode(mode)
                        .withRejections(
                                switch (request.badRows()) {
                                    case REFUSE -> Rejections.REFUSE;
                                    case SKIP -> Rejections.LEAVE_OUT;
                                });
        if (!request.format().isEmpty()) {
            asked = asked.withFormat(FormatChoice.named(request.format()));
        }
        if (!request.mapping().isEmpty()) {
            asked = asked.withMapping(ColumnMapping.parse(request.mapping()));
        }
        if (!request.as().isEmpty()) {
            asked = asked.withAs(target(request.as()));
        }
        return asked.withAnnotator(request.annotator());
    }

    private static ImportAs target(String name) {
        return Arrays.stream(ImportAs.values())
                .filter(as -> as.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "input.invalid",
                                        "\"" + name + "\" is nothing that can be imported.",
                                        "Use prompts, responses, judgements or gold."));
    }

    private static ImportReport report(dev.whetstone.store.importing.ImportReport of) {
        return new ImportReport(
                Path.of(of.file()),
                of.format(),
                of.as(),
                (int) of.prompts(),
                (int) of.responses(),
                (int) of.comparisons(),
                (int) of.judgements(),
                (int) of.duplicates(),
                (int) of.ties(),
                (int) of.bothBad(),
                (int) of.strengths(),
                (int) of.explanations(),
                (int) of.ratings(),
                (int) of.scores(),
                (int) of.absolute(),
                (int) of.spans(),
                (int) of.skipped(),
                of.rejected().stream()
                        .map(r -> new RejectedRow(r.line(), r.reason().wireName(), r.field()))
                        .toList());
    }

    @Override
    public JobHandle<ExportReport> export(ExportRequest request) {
        return jobs.start(
                "Export " + request.out().getFileName(), progress -> exports.write(request));
    }

    @Override
    public List<Format> importFormats() {
        return Arrays.stream(RowFormat.values())
                .map(format -> new Format(format.wireName(), String.join(", ", format.required())))
                .toList();
    }

    @Override
    public List<Format> exportFormats() {
        return exports.formats();
    }
}
