package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "restore", description = "Bring a detector back that was removed.")
final class DetectorsRestore extends NamedDetectorVerb {
    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsRestore(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        DetectorRow row = detectors.restore(name(), author);
        return Answer.of(DetectorAnswer.json(row), DetectorAnswer.lines(row));
    }
}
