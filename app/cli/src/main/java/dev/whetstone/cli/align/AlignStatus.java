package dev.whetstone.cli.align;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.align.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Where the runs of a project stand.")
final class AlignStatus extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    AlignStatus(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ObjectNode json = Json.object();
        ArrayNode runs = json.putArray("runs");
        Table table = new Table("Run", "Iteration", "Of", "Stage", "Kept", "Self-tests passed");
        List<String> lines = new ArrayList<>();
        try (ProjectServices open = shell.workbench().open(project)) {
            for (RunStatus run : open.alignments().runs()) {
                String stage = run.stage().name().toLowerCase(Locale.ROOT);
                ObjectNode entry =
                        runs.addObject()
                                .put("run", run.run())
                                .put("folder", run.folder().toString())
                                .put("started", run.started().toString())
                                .put("iteration", run.iteration())
                                .put("iterations", run.iterations())
                                .put("stage", stage)
                                .put("kept", run.kept());
                ArrayNode finished = entry.putArray("finished");
                run.finished().forEach(report -> finished.add(ReportAnswer.json(report)));
                table.row(
                        run.run(),
                        String.valueOf(run.iteration()),
                        String.valueOf(run.iterations()),
                        stage,
                        String.valueOf(run.kept()),
                        run.finished().isEmpty()
                                ? "-"
                                : ReportAnswer.passed(run.finished().getLast()));
            }
            lines.addAll(table.lines());
            List<String> unreadable = open.alignments().unreadable();
            ArrayNode others = json.putArray("unreadable");
            unreadable.forEach(others::add);
            lines.addAll(unreadable);
        }
        return Answer.of(json, lines);
    }
}
