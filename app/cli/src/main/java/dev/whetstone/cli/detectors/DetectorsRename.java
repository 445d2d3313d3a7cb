package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Give a detector that no rule asks another name.")
final class DetectorsRename extends NamedDetectorVerb {
    @Parameters(index = "2", paramLabel = "NEW")
    private String to = "";

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsRename(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        DetectorRow row = detectors.rename(name(), to, author);
        return Answer.of(DetectorAnswer.json(row), DetectorAnswer.lines(row));
    }
}
