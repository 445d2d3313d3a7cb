package dev.whetstone.desktop.fake;

import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ExportReport;
import dev.whetstone.services.data.ExportRequest;
import dev.whetstone.services.data.ImportPreview;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.data.RejectedRow;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file of plain columns.
public final class FakeData implements DataExchange {
    private final List<String> calls = new ArrayList<>();

    /// What was asked, e.g. `dry prompt=inquiry`.
    public List<String> calls() {
        return calls;
    }

    @Override
    public ImportPreview preview(Path file) {
        return new ImportPreview(
                "",
                "prompt=inquiry,a=bot_v4,b=agent_reply",
                List.of("inquiry", "bot_v4", "agent_reply", "better", "team"),
                List.of(
                        Map.of(
                                "inquiry",
                                        "My cellar flooded after the rain on Friday. Which papers do you need?",
                                "bot_v4",
                                        "We need photos of the cellar and a list of what was damaged.",
                                "agent_reply",
                                        "I am sorry about your cellar. Please send:\n\n- photos\n- receipts",
                                "better", "2",
                                "team", "team_a"),
                        Map.of(
                                "inquiry", "Is hail covered?",
                                "bot_v4", "Yes.",
                                "agent_reply", "It depends on your policy.",
                                "better", "1",
                                "team", "team_b")));
    }

    private static ImportReport report(ImportRequest request) {
        return new ImportReport(
                request.files().getFirst(),
                "columns",
                "judgements",
                5_021,
                10_102,
                5_021,
                5_133,
                63,
                112,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                16,
                List.of(
                        new RejectedRow(1_377, "value", "better"),
                        new RejectedRow(4_090, "columns", "bot_v4")));
    }

    @Override
    public JobHandle<List<ImportReport>> dryRun(ImportRequest request) {
        calls.add("dry " + request.mapping());
        return FakeJob.done("Check the file", List.of(report(request)));
    }

    @Override
    public JobHandle<List<ImportReport>> importFiles(ImportRequest request) {
        calls.add("import " + request.mapping());
        return FakeJob.done("Import", List.of(report(request)));
    }

    @Override
    public JobHandle<ExportReport> export(ExportRequest request) {
        calls.add("export " + request.format() + " " + request.from());
        return FakeJob.done(
                "Export",
                new ExportReport(
                        request.out(),
                        request.format(),
                        398,
                        List.of(
                                "14 ties have no place in this format",
                                "explanations are left out")));
    }

    @Override
    public List<Format> importFormats() {
        return List.of(new Format("columns", "Plain columns by a mapping"));
    }

    @Override
    public List<Format> exportFormats() {
        return List.of(
                new Format("trl", "TRL preference JSONL"),
                new Format("zephyr", "UltraFeedback-binarized as Zephyr reads it"),
                new Format("responses", "all_generated_responses, all_rm_scores"));
    }
}
