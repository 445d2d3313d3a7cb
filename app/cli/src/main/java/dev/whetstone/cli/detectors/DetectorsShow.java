package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import picocli.CommandLine.Command;

@Command(name = "show", description = "One detector: how good it is, and which rules ask it.")
final class DetectorsShow extends NamedDetectorVerb {
    DetectorsShow(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        DetectorRow row = detectors.show(name());
        return Answer.of(DetectorAnswer.json(row), DetectorAnswer.lines(row));
    }
}
