package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.Detectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "remove", description = "Take a detector away; its history and marks stay.")
final class DetectorsRemove extends NamedDetectorVerb {
    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsRemove(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        detectors.remove(name(), author);
        return Answer.of(Json.object().put("removed", name()), "Removed " + name());
    }
}
