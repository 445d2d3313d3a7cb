package dev.whetstone.cli.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.RewardSettings;
import dev.whetstone.services.file.WholeFile;
import dev.whetstone.services.model.PairFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Trains a decoder with a head that gives one score. The same call goes on where an earlier
/// one was cut off.
@Command(
        name = "train-reward",
        description =
                "Train a reward model from preference pairs; it leaves a folder for sequence"
                        + " classification and a PEFT adapter.")
final class ModelTrainReward extends WorkerVerb {
    /// What a training leaves, and what marks its folder.
    private static final List<String> LEFT =
            List.of("checkpoint", "result.json", "metrics.jsonl", "model", "adapter");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "A language or reward model: a folder, starter, or PROJECT#iteration-N.")
    private String model = "";

    @Option(names = "--adapter", paramLabel = "DIR", description = "PEFT folders, in order.")
    private List<Path> adapters = List.of();

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE.jsonl",
            description =
                    "Lines with prompt, chosen and rejected (p, margin), or with prompt, a, b and"
                            + " label.")
    private Path pairs = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    @Option(
            names = "--padding",
            defaultValue = "",
            paramLabel = "TOKEN",
            description = "Fills up rows of the model that is written; no text may end with it.")
    private String padding = "";

    @Mixin private RewardTrainingOptions training = new RewardTrainingOptions();
    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private ForceOption force = new ForceOption();

    ModelTrainReward(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        RewardSettings settings = settings();
        Path target = out.toAbsolutePath();
        boolean begun = LEFT.stream().limit(2).anyMatch(n -> Files.exists(target.resolve(n)));
        if (force.given()) {
            LEFT.forEach(name -> WholeFile.delete(target.resolve(name)));
        } else if (!begun) {
            force.mayWrite(target);
        }
        PairFile read = PairFile.read(pairs);
        ModelRef base = shell.workbench().models().ref(model, adapters);
        Path numbered = target.resolveSibling("." + target.getFileName() + ".pairs");
        read.write(numbered);
        try {
            ObjectNode result =
                    run(
                            "Training a reward model",
                            new Job.TrainReward(
                                    base,
                                    numbered,
                                    target,
                                    padding,
                                    settings,
                                    device.device(shell)));
            return answer(result);
        } finally {
            Files.deleteIfExists(numbered);
        }
    }

    private RewardSettings settings() {
        try {
            return training.settings();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
