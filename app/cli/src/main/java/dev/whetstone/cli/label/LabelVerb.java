package dev.whetstone.cli.label;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.MatrixLabels;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.reward.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// p(A preferred) for every pair of a project, or every row of a matrix.
@Command(name = "label", description = "Turn votes into probabilities.")
final class LabelVerb extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "PROJECT")
    private List<Path> project = List.of();

    @Option(names = "--matrix", paramLabel = "FILE.csv")
    private List<Path> matrix = List.of();

    @Option(
            names = "--model",
            defaultValue = "auto",
            converter = Choice.class,
            description = "auto, majority, ridge, gold, em, dawid-skene, snorkel or flyingsquid")
    private ModelChoice model = ModelChoice.AUTO;

    @Option(
            names = "--gold",
            paramLabel = "FILE.csv",
            description =
                    "Known answers of the matrix's rows: a column gold of 1 (A), 0 (B) or -1"
                            + " (unknown), in their order. A project's are its choices.")
    private @Nullable Path gold;

    @Option(names = "--out", paramLabel = "FILE.csv")
    private List<Path> out = List.of();

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    LabelVerb(Shell shell) {
        super(shell);
    }

    static final class Choice implements ITypeConverter<ModelChoice> {
        @Override
        public ModelChoice convert(String name) {
            for (ModelChoice choice : ModelChoice.values()) {
                if (choice.wireName().equals(name)) {
                    return choice;
                }
            }
            throw new TypeConversionException("there is no label model \"" + name + "\"");
        }
    }

    @Override
    protected Answer answer() {
        if (project.isEmpty() == matrix.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give a PROJECT or --matrix.");
        }
        if (matrix.isEmpty() && gold != null) {
            throw new ParameterException(spec.commandLine(), "--gold belongs to --matrix.");
        }
        out.forEach(file -> Shell.mayWrite(file, force ? Shell.Force.YES : Shell.Force.NO));
        return matrix.isEmpty() ? ofProject() : ofMatrix();
    }

    private Answer ofProject() {
        try (ProjectServices open = shell.workbench().open(project.getFirst())) {
            Labelling labelling = open.labels().label(model);
            List<String> lines = new ArrayList<>();
            lines.add("comparison,a,b,p,decided");
            for (PairLabel label : labelling.labels()) {
                lines.add(
                        label.ref().comparisonId()
                                + ","
                                + label.ref().a()
                                + ","
                                + label.ref().b()
                                + ","
                                + label.p()
                                + ","
                                + (label.isDecided() ? 1 : 0));
            }
            write(lines);
            return answer(
                    labelling.model().wireName(),
                    labelling.labels().size(),
                    labelling.seconds(),
                    labelling.weights(),
                    labelling.converged(),
                    new Estimate(labelling.accuracy(), labelling.low(), labelling.high()));
        }
    }

    private Answer ofMatrix() {
        MatrixFile votes = MatrixFile.read(matrix.getFirst());
        MatrixFile file = Optional.ofNullable(gold).map(votes::withGold).orElse(votes);
        MatrixLabels labels = MatrixLabels.of(file.rules(), file.votes(), file.gold(), model);
        List<String> lines = new ArrayList<>();
        lines.add("row,p");
        for (int i = 0; i < labels.labels().size(); i++) {
            lines.add(i + "," + labels.labels().p(i));
        }
        write(lines);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int j = 0; j < file.rules().size(); j++) {
            weights.put(file.rules().get(j), labels.labels().weights()[j]);
        }
        return answer(
                labels.labels().model(),
                labels.labels().size(),
                labels.seconds(),
                weights,
                labels.labels().converged(),
                new Estimate(
                        labels.accuracy().value(),
                        labels.accuracy().low(),
                        labels.accuracy().high()));
    }

    private void write(List<String> lines) {
        out.forEach(file -> WholeFile.write(file, lines));
    }

    private Answer answer(
            String used,
            int rows,
            double seconds,
            Map<String, Double> weights,
            boolean converged,
            Estimate accuracy) {
        ObjectNode json =
                Json.object()
                        .put("model", used)
                        .put("rows", rows)
                        .put("rules", weights.size())
                        .put("seconds", seconds);
        ObjectNode learned = json.putObject("weights");
        weights.forEach((rule, weight) -> Json.number(learned, rule, weight));
        json.put("class_balance", .5);
        json.put("probabilities_file", out.isEmpty() ? "" : out.getFirst().toString());
        json.put("converged", converged);
        Json.estimate(json, "accuracy", accuracy);
        Table table = new Table("Rule", "Weight");
        weights.forEach((rule, weight) -> table.row(rule, Table.decimal(weight)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(
                rows
                        + " rows labelled by "
                        + used
                        + "; right on "
                        + Table.percent(accuracy.value())
                        + " of the rows with a known answer");
        return Answer.of(json, lines);
    }
}
