package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Mark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "mark", description = "Say of texts whether they are of a detector's kind.")
final class DetectorsMark extends NamedDetectorVerb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--file",
            paramLabel = "FILE.jsonl",
            description = "Lines {\"text\", \"label\": true|false|null}; null takes a mark back.")
    private List<Path> files = List.of();

    @Option(names = "--yes", paramLabel = "TEXT", description = "A text of its kind; repeatable.")
    private List<String> yes = List.of();

    @Option(names = "--no", paramLabel = "TEXT", description = "A text that is not; repeatable.")
    private List<String> no = List.of();

    @Option(
            names = "--when",
            paramLabel = "CONDITION",
            description = "Mark the project's replies by a condition on X, half of them yes.")
    private List<String> conditions = List.of();

    @Option(
            names = "--most",
            defaultValue = "100",
            paramLabel = "N",
            description = "Replies to mark with --when; default ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsMark(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        if (files.isEmpty() && yes.isEmpty() && no.isEmpty() && conditions.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give --file, --yes, --no or --when.");
        }
        if (most < 2) {
            throw new ParameterException(spec.commandLine(), "--most is 2 or more");
        }
        int marked = 0;
        for (Path file : files) {
            marked = detectors.markFile(name(), file, author);
        }
        List<Mark> typed = new ArrayList<>();
        yes.forEach(text -> typed.add(new Mark(text, Mark.Answer.YES)));
        no.forEach(text -> typed.add(new Mark(text, Mark.Answer.NO)));
        if (!typed.isEmpty()) {
            marked = detectors.mark(name(), typed, author);
        }
        for (String condition : conditions) {
            marked = detectors.markWhen(name(), condition, most, author);
        }
        DetectorRow row = detectors.show(name());
        return Answer.of(
                DetectorAnswer.json(row),
                marked
                        + " texts are marked for #"
                        + row.name()
                        + ", "
                        + row.yes()
                        + " yes and "
                        + row.no()
                        + " no");
    }
}
