package dev.whetstone.cli.align;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.align.AlignSettings;
import dev.whetstone.services.align.PairChoice;
import dev.whetstone.services.align.Pairing;
import dev.whetstone.services.memory.MemoryCheck;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(name = "run", description = "Sample, score, pair, train and measure, several times.")
final class AlignRunVerb extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Option(
            names = "--base",
            defaultValue = "starter",
            description = "A folder, starter, or PROJECT#iteration-N.")
    private String base = "";

    @Option(
            names = "--prompts",
            defaultValue = "project",
            description = "A prompts file; default: the project's prompts.")
    private String prompts = "";

    @Option(
            names = "--evaluation",
            defaultValue = "",
            description = "Prompts to measure on; default: held out from --prompts.")
    private String evaluation = "";

    @Option(names = "--iterations", defaultValue = "3")
    private int iterations;

    @Option(names = "--prompts-per-iteration", defaultValue = "200")
    private int promptsPerIteration;

    @Option(names = "--evaluation-prompts", defaultValue = "100")
    private int evaluationPrompts;

    @Option(names = "--samples", defaultValue = "5")
    private int samples;

    @Option(names = "--temperature", defaultValue = "1", description = "Of the samples.")
    private double temperature;

    @Option(names = "--top-p", defaultValue = "1", description = "Of the samples.")
    private double topP;

    @Option(
            names = "--evaluation-temperature",
            defaultValue = ".8",
            description = "Of the replies that are measured, before and after.")
    private double evaluationTemperature;

    @Option(
            names = "--evaluation-top-p",
            defaultValue = ".95",
            description = "Of the replies that are measured, before and after.")
    private double evaluationTopP;

    @Option(
            names = "--max-new-tokens",
            defaultValue = "192",
            description = "Longer replies are cut.")
    private int maxNewTokens;

    @Option(
            names = "--truncated",
            defaultValue = "leave-out",
            converter = Truncated.class,
            description = "Replies that were cut: leave-out of pairs, or keep.")
    private Pairing.CutOff truncated = Pairing.CutOff.LEAVE_OUT;

    @Option(names = "--pairs", defaultValue = "best-worst", converter = Pairs.class)
    private PairChoice pairs = PairChoice.BEST_WORST;

    @Mixin private LossOptions loss = new LossOptions();

    @Option(
            names = "--length-ratio",
            defaultValue = "1.15",
            description =
                    "The longer reply of a pair has at most so many times the other's length.")
    private double lengthRatio;

    @Option(names = "--lora-r", defaultValue = "16")
    private int rank;

    @Option(names = "--learning-rate", defaultValue = "2e-3")
    private double learningRate;

    @Option(names = "--epochs", defaultValue = "2")
    private int epochs;

    @Mixin private DeviceOptions place = new DeviceOptions();

    @Option(
            names = "--max-tokens",
            defaultValue = "512",
            description = "Of a prompt with its reply; longer pairs are left out of the training.")
    private int maxTokens;

    @Option(names = "--no-controls", description = "Leave out the training on random pairs.")
    private boolean noControls;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    AlignRunVerb(Shell shell) {
        super(shell);
    }

    static final class Pairs implements ITypeConverter<PairChoice> {
        @Override
        public PairChoice convert(String name) {
            return switch (name) {
                case "best-worst" -> PairChoice.BEST_WORST;
                case "best-random" -> PairChoice.BEST_RANDOM;
                default ->
                        throw new TypeConversionException(
                                "pairs are best-worst or best-random, not \"" + name + "\"");
            };
        }
    }

    static final class Truncated implements ITypeConverter<Pairing.CutOff> {
        @Override
        public Pairing.CutOff convert(String name) {
            return switch (name) {
                case "leave-out" -> Pairing.CutOff.LEAVE_OUT;
                case "keep" -> Pairing.CutOff.KEEP;
                default ->
                        throw new TypeConversionException(
                                "truncated is leave-out or keep, not \"" + name + "\"");
            };
        }
    }

    @Override
    protected Answer answer() {
        if (lengthRatio < 1) {
            throw new ParameterException(spec.commandLine(), "--length-ratio is 1 or more");
        }
        if (!valid(temperature, topP)
                || !valid(evaluationTemperature, evaluationTopP)
                || maxNewTokens < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "temperatures and --max-new-tokens are positive, each top-p is above 0 and at"
                            + " most 1");
        }
        if (iterations < 1 || samples < 2 || promptsPerIteration < 1 || rank < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--iterations, --prompts-per-iteration and --lora-r are positive,"
                            + " --samples is 2 or more");
        }
        LossSettings chosen = loss.settings(spec.commandLine());
        try (ProjectServices open = shell.workbench().open(project)) {
            AlignSettings settings = settings(open.alignments().defaults(), chosen);
            shell.err()
                    .println(MemoryCheck.words(shell.follow(open.alignments().memory(settings))));
            return ReportAnswer.of(shell.follow(open.alignments().run(settings)));
        }
    }

    private AlignSettings settings(AlignSettings defaults, LossSettings chosen) {
        DpoSettings dpo = defaults.dpo();
        return new AlignSettings(
                base,
                prompts,
                evaluation,
                iterations,
                promptsPerIteration,
                evaluationPrompts,
                samples,
                new Pairing(
                        pairs,
                        defaults.pairing().closeness(),
                        defaults.pairing().similarity(),
                        lengthRatio,
                        truncated),
                sampling(defaults.sampling(), temperature, topP),
                sampling(defaults.evaluationSampling(), evaluationTemperature, evaluationTopP),
                new DpoSettings(
                        chosen,
                        new LoraSettings(rank, 2.0 * rank, List.of()),
                        learningRate,
                        dpo.schedule(),
                        dpo.warmupSteps(),
                        epochs,
                        dpo.pairsPerStep(),
                        maxTokens,
                        dpo.gradClip(),
                        dpo.weightDecay(),
                        dpo.checkpointEvery(),
                        seed),
                place.device(shell),
                noControls ? AlignSettings.Controls.NONE : AlignSettings.Controls.RANDOM_PAIRS,
                seed);
    }

    private static boolean valid(double temperature, double topP) {
        return temperature > 0 && topP > 0 && topP <= 1;
    }

    private Sampling sampling(Sampling usual, double atTemperature, double atTopP) {
        return new Sampling(
                atTemperature,
                atTopP,
                usual.topK(),
                usual.minP(),
                usual.repetitionPenalty(),
                maxNewTokens,
                usual.seed());
    }
}
