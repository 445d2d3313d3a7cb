package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.Detectors;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Write a detector to a JSON file for another project.")
final class DetectorsExport extends NamedDetectorVerb {
    @Option(names = "--out", required = true, paramLabel = "FILE.json")
    private Path out = Path.of("");

    @Mixin private ForceOption force = new ForceOption();

    DetectorsExport(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        force.mayWrite(out);
        detectors.exportTo(name(), out);
        return Answer.of(Json.object().put("out", out.toString()), "Written to " + out);
    }
}
