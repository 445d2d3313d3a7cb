package dev.whetstone.cli.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.RejectedRow;
import java.util.ArrayList;
import java.util.List;

/// An import's reports as JSON and for people.
final class ImportAnswer {
    private static final int SHOWN = 20;

    private ImportAnswer() {}

    static Answer of(List<ImportReport> reports, String done) {
        ObjectNode json = reports.size() == 1 ? json(reports.getFirst()) : Json.object();
        if (reports.size() != 1) {
            ArrayNode files = json.putArray("files");
            reports.forEach(report -> files.add(json(report)));
        }
        List<String> lines = new ArrayList<>();
        for (ImportReport report : reports) {
            lines.add(
                    report.file()
                            + ": "
                            + report.format()
                            + ", "
                            + done
                            + " "
                            + report.prompts()
                            + " prompts, "
                            + report.responses()
                            + " responses, "
                            + report.judgements()
                            + " judgements ("
                            + report.ties()
                            + " ties, "
                            + report.duplicates()
                            + " duplicates left out)");
            rejected(report, lines);
        }
        return Answer.of(json, lines);
    }

    private static void rejected(ImportReport report, List<String> lines) {
        if (!report.rejected().isEmpty()) {
            int count = report.rejected().size();
            lines.add(count + (count == 1 ? " row rejected:" : " rows rejected:"));
        }
        for (RejectedRow row : report.rejected().stream().limit(SHOWN).toList()) {
            lines.add("  line " + row.line() + ": " + row.reason() + " " + row.field());
        }
    }

    private static ObjectNode json(ImportReport report) {
        ObjectNode json =
                Json.object()
                        .put("file", report.file().toString())
                        .put("format", report.format())
                        .put("as", report.as())
                        .put("prompts", report.prompts())
                        .put("responses", report.responses())
                        .put("comparisons", report.comparisons())
                        .put("judgements", report.judgements())
                        .put("duplicates", report.duplicates())
                        .put("ties", report.ties())
                        .put("both_bad", report.bothBad())
                        .put("strengths", report.strengths())
                        .put("explanations", report.explanations())
                        .put("ratings", report.ratings())
                        .put("scores", report.scores())
                        .put("absolute", report.absolute())
                        .put("spans", report.spans())
                        .put("skipped", report.skipped());
        ArrayNode rejected = json.putArray("rejected");
        for (RejectedRow row : report.rejected()) {
            rejected.addObject()
                    .put("line", row.line())
                    .put("reason", row.reason())
                    .put("field", row.field());
        }
        return json;
    }
}
