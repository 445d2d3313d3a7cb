package dev.whetstone.cli.detectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sample",
        description =
                "Replies to mark, as a file that `detectors mark --file` takes when filled in.")
final class DetectorsSample extends NamedDetectorVerb {
    @Option(names = "--count", defaultValue = "40", paramLabel = "N")
    private int count;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl")
    private Path out = Path.of("");

    @Mixin private ForceOption force = new ForceOption();

    DetectorsSample(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        force.mayWrite(out);
        List<ObjectNode> lines = new ArrayList<>();
        for (String text : detectors.sample(name(), count, seed)) {
            lines.add(Json.object().put("text", text).putNull("label"));
        }
        JsonFiles.writeLines(out, lines);
        return Answer.of(
                Json.object().put("texts", lines.size()).put("out", out.toString()),
                lines.size() + " replies written to " + out + "; put true or false for each null");
    }
}
