package dev.whetstone.cli.detectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detectors.Detectors;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = "How good a detector is on marked texts that it does not learn from.")
final class DetectorsTest extends NamedDetectorVerb {
    @Option(names = "--file", required = true, paramLabel = "FILE.jsonl")
    private Path file = Path.of("");

    DetectorsTest(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        Accuracy of = shell.follow(detectors.test(name(), file));
        ObjectNode json = Json.object().put("texts", of.marks()).put("yes", of.positives());
        DetectorAnswer.put(json, of);
        return Answer.of(
                json,
                "right about "
                        + Table.percent(of.accuracy().value())
                        + " of "
                        + of.marks()
                        + " texts ("
                        + Table.percent(of.accuracy().low())
                        + " to "
                        + Table.percent(of.accuracy().high())
                        + "); always the commoner answer: "
                        + Table.percent(of.majority())
                        + "; AUC "
                        + Table.decimal(of.auc()));
    }
}
