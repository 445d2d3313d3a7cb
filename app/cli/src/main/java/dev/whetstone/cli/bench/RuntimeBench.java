package dev.whetstone.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.WorkerVerb;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.services.bench.ProcessMemory;
import dev.whetstone.services.failure.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// A benchmark of the model runtime, measured inside the worker. Its options are handed on as they
/// are; what another program's benchmark prints can be compared key by key.
@Command
final class RuntimeBench extends WorkerVerb {
    private static final List<String> COMMON =
            List.of("dtype=fp32", "threads=2", "device=cpu", "repeats=5", "warmup=1", "seed=1");

    @Spec private CommandSpec spec = CommandSpec.create();
    private final Kind kind;

    /// What is measured, with the options besides the common ones and their defaults.
    enum Kind {
        GENERATE(
                "New tokens a second, several samples of each prompt, prefill included.",
                List.of(
                        "prompts=1",
                        "prompt-len=64",
                        "samples=5",
                        "new-tokens=64",
                        "temperature=0.8",
                        "top-p=0.95"),
                List.of("no-check")),
        DPO(
                "Tokens a second of DPO steps with LoRA on every linear layer.",
                List.of(
                        "pairs=2",
                        "len=256",
                        "prompt-frac=0.5",
                        "lora=16",
                        "steps=5",
                        "lr=1e-4",
                        "beta=0.1"),
                List.of("precompute", "grad-ckpt", "no-check")),
        REWARD(
                "Tokens a second of a policy with a reward head.",
                List.of(
                        "mode=score",
                        "batch=10",
                        "pairs=4",
                        "len=256",
                        "train=lora",
                        "lora=16",
                        "steps=5",
                        "lr=1e-4"),
                List.of("grad-ckpt", "no-check")),
        MEMORY(
                "Peak memory of generation and training beside what is estimated before.",
                List.of("dtypes=fp32,bf16", "only=", "also=", "threads=2", "device=cpu"),
                List.of()),
        LIMITS(
                "This machine's matrix products and memory bandwidth, to hold the others against.",
                List.of("size=4096", "mib=1024", "seconds=0.5", "threads=2", "device=cpu"),
                List.of());

        private final String help;
        private final List<String> options;
        private final List<String> switches;

        Kind(String help, List<String> options, List<String> switches) {
            this.help = help;
            this.options = options;
            this.switches = switches;
        }

        boolean hasModel() {
            return this != LIMITS;
        }

        String verbName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private RuntimeBench(Kind kind, Shell shell) {
        super(shell);
        this.kind = kind;
    }

    static CommandLine command(Kind kind, Shell shell) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new RuntimeBench(kind, shell));
        spec.name(kind.verbName()).usageMessage().description(kind.help);
        List<String> options = new ArrayList<>(kind.options);
        if (kind.hasModel()) {
            options.addAll(kind == Kind.MEMORY ? List.of() : COMMON);
            spec.addOption(
                    OptionSpec.builder("--model")
                            .type(String.class)
                            .required(true)
                            .paramLabel("DIR")
                            .description("A checkpoint folder, or starter.")
                            .build());
        }
        for (String option : options) {
            String[] parts = option.split("=", 2);
            spec.addOption(
                    OptionSpec.builder("--" + parts[0])
                            .type(String.class)
                            .paramLabel("X")
                            .description("Default " + parts[1] + ".")
                            .build());
        }
        for (String name : kind.switches) {
            spec.addOption(OptionSpec.builder("--" + name).type(boolean.class).build());
        }
        return new CommandLine(spec);
    }

    @Override
    protected Answer answer() {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (name.equals("--json")) {
                continue;
            }
            words.add(name);
            if (name.equals("--model")) {
                String model = option.getValue();
                words.add(shell.workbench().models().folder(model).toAbsolutePath().toString());
            } else if (option.arity().max() > 0) {
                words.add(String.valueOf(option.<Object>getValue()));
            }
        }
        ObjectNode result =
                run(
                        "Measuring " + kind.verbName(),
                        new Job.Bench(kind.verbName(), words, Map.of()));
        if (kind != Kind.MEMORY) {
            withLauncher(result);
        }
        return answer(result);
    }

    /// Both processes count: the worker that computes, and this one that waits for it.
    static void withLauncher(ObjectNode result) {
        double launcher = ProcessMemory.peakMegabytes();
        double worker = result.path("peak_rss_mb").asDouble(Double.NaN);
        if (Double.isNaN(worker)) {
            throw new ServiceException(
                    "worker.bench", "The worker's answer has no peak_rss_mb.", "");
        }
        result.put("worker_peak_rss_mb", worker);
        result.put("launcher_peak_rss_mb", launcher);
        result.put("peak_rss_mb", Math.round(10 * (worker + launcher)) / 10.0);
    }
}
