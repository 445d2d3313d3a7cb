package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        lines.add(result.path("passed") + " of " + result.path("cases") + " cases pass");
        for (JsonNode failed : result.path("failed")) {
            lines.add(
                    failed.path("case").asText()
                            + "  difference "
                            + failed.path("difference")
                            + "  tolerance "
                            + failed.path("tolerance")
                            + "  "
                            + failed.path("message").asText());
        }
        return new Answer(result, lines, result.path("failed").isEmpty());
    }
}
