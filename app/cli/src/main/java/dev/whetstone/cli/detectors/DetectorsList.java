package dev.whetstone.cli.detectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "All detectors with their accuracy.")
final class DetectorsList extends DetectorVerb {
    DetectorsList(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        List<DetectorRow> rows = detectors.list();
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("detectors");
        rows.forEach(row -> all.add(DetectorAnswer.json(row)));
        return Answer.of(json, DetectorAnswer.table(rows));
    }
}
