package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description =
                "Make a detector from examples, from a classifier of your own, or, without either,"
                        + " from texts that are marked later.")
final class DetectorsAdd extends NamedDetectorVerb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--like", paramLabel = "TEXT", description = "An example; repeatable.")
    private List<String> like = List.of();

    @Option(
            names = "--unlike",
            paramLabel = "TEXT",
            description = "An example of the contrary; repeatable.")
    private List<String> unlike = List.of();

    @Option(
            names = "--concept",
            paramLabel = "NAME",
            defaultValue = "",
            description = "A word list whose words are examples.")
    private String concept = "";

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "A text classifier of your own in Hugging Face layout.")
    private List<Path> models = List.of();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            defaultValue = "",
            description = "The label of --model whose probability is the score.")
    private String label = "";

    @Option(names = "--author", defaultValue = "")
    private String author = "";

    DetectorsAdd(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(Detectors detectors) {
        boolean examples = !like.isEmpty() || !unlike.isEmpty() || !concept.isEmpty();
        if (models.isEmpty() != label.isEmpty() || (examples && !models.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "Give --model with --label, or examples, or neither.");
        }
        String list = concept.startsWith("@") ? concept.substring(1) : concept;
        Recipe recipe =
                examples
                        ? new Recipe.Examples(list, like, unlike)
                        : models.isEmpty()
                                ? new Recipe.Head()
                                : new Recipe.Checkpoint(
                                        models.getFirst().toAbsolutePath().normalize(), label);
        DetectorRow row = detectors.add(name(), recipe, author);
        return Answer.of(
                DetectorAnswer.json(row),
                "Made #"
                        + row.name()
                        + (recipe instanceof Recipe.Head
                                ? "; mark texts with: whetstone detectors mark PROJECT "
                                : "; train it with: whetstone detectors train PROJECT ")
                        + row.name());
    }
}
