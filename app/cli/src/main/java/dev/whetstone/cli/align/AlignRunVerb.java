package dev.whetstone.cli.align;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.align.AlignSettings;
import dev.whetstone.services.align.PairChoice;
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
            names = "--max-new-tokens",
            defaultValue = "192",
            description = "Longer replies are cut, and never trained on.")
    private int maxNewTokens;

    @Option(names = "--pairs", defaultValue = "best-worst", converter = Pairs.class)
    private PairChoice pairs = PairChoice.BEST_WORST;

    @Mixin private LossOptions loss = new LossOptions();

    @Option(
            names = "--length-ratio",
            defaultValue = "1.3",
            description =
                    "The longer reply of a pair has at most so many times the other's length.")
    private double lengthRatio;

    @Option(names = "--lora-r", defaultValue = "16")
    private int rank;

    @Option(names = "--learning-rate", defaultValue = "1e-3")
    private double learningRate;

    @Option(names = "--epochs", defaultValue = "2")
    private int epochs;

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

    @Override
    protected Answer answer() {
        if (lengthRatio < 1) {
            throw new ParameterException(spec.commandLine(), "--length-ratio is 1 or more");
        }
        if (temperature <= 0 || topP <= 0 || topP > 1 || maxNewTokens < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--temperature and --max-new-tokens are positive, --top-p is above 0 and at"
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
            return ReportAnswer.of(
                    shell.follow(
                            open.alignments().run(settings(open.alignments().defaults(), chosen))));
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
                pairs,
                defaults.closeness(),
                defaults.similarity(),
                lengthRatio,
                sampling(defaults.sampling()),
                new DpoSettings(
                        chosen,
                        new LoraSettings(rank, 2.0 * rank, List.of()),
                        learningRate,
                        dpo.schedule(),
                        dpo.warmupSteps(),
                        epochs,
                        dpo.pairsPerStep(),
                        dpo.maxTokens(),
                        dpo.gradClip(),
                        dpo.weightDecay(),
                        dpo.checkpointEvery(),
                        seed),
                defaults.device(),
                noControls ? AlignSettings.Controls.NONE : AlignSettings.Controls.RANDOM_PAIRS,
                seed);
    }

    private Sampling sampling(Sampling usual) {
        return new Sampling(
                temperature,
                topP,
                usual.topK(),
                usual.minP(),
                usual.repetitionPenalty(),
                maxNewTokens,
                usual.seed());
    }
}
