package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.ReadReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Let detectors read the texts that active rules ask them about.")
final class DetectorsRun extends DetectorVerb {
    @Parameters(index = "1..*", paramLabel = "NAME", description = "All when none is named.")
    private List<String> names = List.of();

    DetectorsRun(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        ReadReport report = shell.follow(detectors.run(names));
        return Answer.of(
                Json.object()
                        .put("read", report.read())
                        .put("seconds", report.seconds())
                        .put("waiting", report.waiting()),
                "Read "
                        + report.read()
                        + " texts"
                        + (report.waiting() == 0
                                ? ""
                                : "; " + report.waiting() + " votes still wait"));
    }
}
