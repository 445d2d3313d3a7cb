package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "train", description = "Learn from examples and marks, and measure how good it is.")
final class DetectorsTrain extends NamedDetectorVerb {
    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsTrain(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        DetectorRow row = shell.follow(detectors.train(name(), author));
        return Answer.of(DetectorAnswer.json(row), DetectorAnswer.lines(row));
    }
}
