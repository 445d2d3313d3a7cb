package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.DeviceOptions;
import dev.whetstone.cli.shell.ForceOption;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.ModelRef;
import dev.whetstone.runtime.model.Sampling;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.memory.MemoryCheck;
import dev.whetstone.services.model.PromptFile;
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

/// Writes lines `{"id","prompt","responses":[{"text","tokens","finished"}]}`.
@Command(name = "generate", description = "Sample responses of a policy to prompts.")
final class GenerateVerb extends WorkerVerb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            description = "A folder, starter, or PROJECT#iteration-N.")
    private String model = "";

    @Option(names = "--adapter", paramLabel = "DIR", description = "PEFT folders, in order.")
    private List<Path> adapters = List.of();

    @Option(names = "--prompts", required = true, paramLabel = "FILE.jsonl")
    private Path prompts = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl")
    private Path out = Path.of("");

    @Option(names = "--samples", defaultValue = "5")
    private int samples;

    @Option(names = "--temperature", defaultValue = ".8")
    private double temperature;

    @Option(names = "--top-p", defaultValue = ".95")
    private double topP;

    @Option(names = "--top-k", defaultValue = "0")
    private int topK;

    @Option(
            names = "--min-p",
            defaultValue = "0",
            description = "Keep tokens with this share of the best one's probability.")
    private double minP;

    @Option(
            names = "--typical-p",
            defaultValue = "1",
            description = "Keep the most typical tokens up to this probability.")
    private double typicalP;

    @Option(
            names = "--repetition-penalty",
            defaultValue = "1",
            description = "Above 1: tokens that occurred become less probable.")
    private double repetitionPenalty;

    @Option(
            names = "--no-repeat-ngram",
            defaultValue = "0",
            description = "No sequence of so many tokens occurs twice; 0 allows all.")
    private int noRepeatNgram;

    @Option(names = "--max-new-tokens", defaultValue = "256")
    private int maxNewTokens;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Mixin private DeviceOptions place = new DeviceOptions();
    @Mixin private ForceOption force = new ForceOption();

    GenerateVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        force.mayWrite(out);
        PromptFile asked = PromptFile.read(prompts);
        Sampling sampling = sampling();
        ModelRef policy = shell.workbench().models().ref(model, adapters);
        // beside, so that the same call goes on there when this one is cut off
        Path target = out.toAbsolutePath();
        Path numbered = target.resolveSibling("." + target.getFileName() + ".prompts");
        Path sampled = target.resolveSibling("." + target.getFileName() + ".sampled");
        Device device = place.device(shell);
        tellMemory(policy, asked, device);
        asked.write(numbered);
        Answer answer =
                answer(
                        run(
                                "Generating",
                                new Job.Generate(
                                        policy, numbered, sampled, samples, sampling, device)));
        JsonFiles.writeLines(target, asked.joined(JsonFiles.readLines(sampled)));
        Files.delete(sampled);
        Files.delete(numbered);
        return answer;
    }

    /// Tokens are reckoned at three letters each; nothing is tokenized for it.
    private void tellMemory(ModelRef policy, PromptFile asked, Device device) {
        int longest = Math.max(1, asked.longest() / 3);
        Workload workload = new Workload.Generate(asked.size(), samples, longest, maxNewTokens);
        MemoryNeed need =
                shell.follow(
                        shell.workbench()
                                .jobs()
                                .start(
                                        "Estimate memory",
                                        progress ->
                                                new MemoryCheck(shell.workbench().runtime())
                                                        .need(policy, workload, device, progress)));
        shell.err().println(MemoryCheck.words(need));
    }

    private Sampling sampling() {
        try {
            return new Sampling(
                    temperature,
                    topP,
                    topK,
                    minP,
                    repetitionPenalty,
                    noRepeatNgram,
                    typicalP,
                    maxNewTokens,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
