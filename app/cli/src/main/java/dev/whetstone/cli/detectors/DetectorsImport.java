package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Take over a detector that `detectors export` wrote.")
final class DetectorsImport extends DetectorVerb {
    @Parameters(index = "1", paramLabel = "FILE.json")
    private Path file = Path.of("");

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsImport(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        DetectorRow row = detectors.importFrom(file, author);
        return Answer.of(DetectorAnswer.json(row), DetectorAnswer.lines(row));
    }
}
