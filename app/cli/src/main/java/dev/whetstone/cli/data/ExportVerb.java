package dev.whetstone.cli.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.data.ExportReport;
import dev.whetstone.services.data.ExportRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a file for other tools, and says what it cannot carry.
@Command(name = "export", description = "Write judgements, labels or an iteration's pairs.")
final class ExportVerb extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Option(
            names = "--as",
            required = true,
            description =
                    "trl, trl-conversational, ultrafeedback-binarized, all-responses, pairs or"
                            + " judgements")
    private String format = "";

    @Option(names = "--out", required = true, paramLabel = "PATH")
    private Path out = Path.of("");

    @Option(
            names = "--from",
            defaultValue = "judgements",
            description = "judgements, labels or iteration-N; default ${DEFAULT-VALUE}")
    private String from = "";

    @Option(
            names = "--min-confidence",
            defaultValue = ".5",
            description = "Leave out labels with a smaller max(p, 1-p).")
    private double minConfidence;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    ExportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        ExportRequest request =
                new ExportRequest(
                        format,
                        from,
                        minConfidence,
                        out,
                        force ? ExportRequest.Overwrite.REPLACE : ExportRequest.Overwrite.REFUSE);
        try (ProjectServices open = shell.workbench().open(project)) {
            ExportReport report = shell.follow(open.data().export(request));
            ObjectNode json =
                    Json.object()
                            .put("file", report.out().toString())
                            .put("format", report.format())
                            .put("rows", report.rows());
            report.losses().forEach(json.putArray("losses")::add);
            List<String> lines = new ArrayList<>();
            lines.add(report.rows() + " rows written to " + report.out());
            lines.addAll(report.losses());
            return Answer.of(json, lines);
        }
    }
}
