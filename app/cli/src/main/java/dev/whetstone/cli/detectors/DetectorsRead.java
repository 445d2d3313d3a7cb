package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.ReadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        description = "Let a detector read the project's replies, asked about by rules or not.")
final class DetectorsRead extends NamedDetectorVerb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--most",
            defaultValue = "" + Integer.MAX_VALUE,
            paramLabel = "N",
            description = "Replies that it has read in the end; all by default.")
    private int most;

    DetectorsRead(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--most is 1 or more");
        }
        ReadReport report = shell.follow(detectors.replies().read(name(), most));
        return Answer.of(
                Json.object().put("read", report.read()).put("seconds", report.seconds()),
                "Read " + report.read() + " replies");
    }
}
