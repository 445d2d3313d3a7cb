package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Check the runtime against recorded results.")
final class ModelVerify extends WorkerVerb {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    ModelVerify(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ObjectNode result = run("Verifying", new Job.Verify(folder.toAbsolutePath()));
        List<String> lines = new ArrayList<>();
        Table table = new Table("Case", "Difference", "Tolerance", "");
        for (JsonNode one : result.path("cases")) {
            table.row(
                    one.path("case").asText(),
                    one.path("difference").isNull()
                            ? "-"
                            : String.format(Locale.ROOT, "%.3g", one.path("difference").asDouble()),
                    String.format(Locale.ROOT, "%.3g", one.path("tolerance").asDouble()),
                    one.path("passed").asBoolean()
                            ? "ok"
                            : ("FAILED " + one.path("message").asText()).strip());
        }
        lines.addAll(table.lines());
        lines.add(result.path("passed") + " of " + result.path("total") + " cases pass");
        return new Answer(result, lines, result.path("failed").isEmpty());
    }
}
