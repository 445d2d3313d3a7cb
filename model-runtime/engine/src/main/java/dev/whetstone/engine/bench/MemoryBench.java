package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.memory.MemoryEstimate;
import dev.whetstone.engine.memory.MemoryTerm;
import dev.whetstone.engine.memory.ModelShape;
import dev.whetstone.runtime.job.Job;
import dev.whetstone.runtime.memory.Workload;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.worker.Outcome;
import dev.whetstone.runtime.worker.WorkerLaunch;
import dev.whetstone.runtime.worker.WorkerProcess;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// Peaks of generation and training, each in a process of its own, beside what was estimated
/// before; and the factors with which the estimates would have been best.
final class MemoryBench {
    private static final Set<String> KNOWN =
            Set.of("model", "threads", "device", "dtypes", "only", "also");
    private static final double MEBIBYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchOptions options;

    private MemoryBench(BenchOptions options) {
        this.options = options;
    }

    /// A measurement.
    private record Case(Path model, DType dtype, Workload workload) {
        String words() {
            return model.getFileName()
                    + " "
                    + dtype.name().toLowerCase(Locale.ROOT)
                    + " "
                    + switch (workload) {
                        case Workload.Generate g ->
                                "generate %d x %d, %d + %d tokens"
                                        .formatted(
                                                g.prompts(),
                                                g.samples(),
                                                g.promptTokens(),
                                                g.newTokens());
                        case Workload.TrainDpo t ->
                                "dpo rank %d, %d pairs of %d tokens"
                                        .formatted(t.rank(), t.pairsPerStep(), t.tokens());
                    };
        }
    }

    static ObjectNode run(List<String> words, RunControl control)
            throws IOException, InterruptedException {
        BenchOptions options = BenchOptions.parse(words, KNOWN);
        return new MemoryBench(options).measure(control);
    }

    private ObjectNode measure(RunControl control) throws IOException, InterruptedException {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("schema", 1);
        result.put("bench", "memory");
        List<Case> cases = cases();
        FactorFit generating = new FactorFit();
        FactorFit training = new FactorFit();
        int done = 0;
        double worst = 0;
        for (Case one : cases) {
            control.throwIfEnded();
            MemoryEstimate estimate =
                    new MemoryEstimate(ModelShape.read(one.model()), device(one.dtype()));
            double measured = peak(one) * MEBIBYTE;
            Map<MemoryTerm, Double> quantities = estimate.quantities(one.workload());
            switch (one.workload()) {
                case Workload.Generate _ -> generating.add(quantities, measured);
                case Workload.TrainDpo _ -> training.add(quantities, measured);
            }
            double off = estimate.peak(one.workload()) / measured - 1;
            worst = Math.max(worst, Math.abs(off));
            ObjectNode row = result.withArray("cases").addObject().put("case", one.words());
            row.put("estimate_mb", Measure.round(estimate.peak(one.workload()) / MEBIBYTE, 0))
                    .put("measured_mb", Measure.round(measured / MEBIBYTE, 0))
                    .put("difference", Measure.round(off, 3));
            ObjectNode terms = row.putObject("quantities_mb");
            quantities.forEach(
                    (term, bytes) -> terms.put(term.name(), Measure.round(bytes / MEBIBYTE, 1)));
            control.progress("memory", ++done, cases.size(), Map.of());
        }
        result.put("largest_difference", Measure.round(worst, 3));
        factors(result.putObject("best_factors_generate"), generating);
        factors(result.putObject("best_factors_dpo"), training);
        return result;
    }

    private static void factors(ObjectNode into, FactorFit fit) {
        fit.best().forEach((term, factor) -> into.put(term.name(), Measure.round(factor, 3)));
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<Path> models = new ArrayList<>(List.of(options.path("model")));
        if (options.has("also")) {
            models.add(options.path("also"));
        }
        for (Path model : models) {
            cases.addAll(cases(model));
        }
        return cases;
    }

    private List<Case> cases(Path model) {
        List<Case> cases = new ArrayList<>();
        String only = options.values().getOrDefault("only", "");
        for (String name : options.values().getOrDefault("dtypes", "fp32,bf16").split(",")) {
            DType dtype = BenchOptions.parse(List.of("--dtype", name), Set.of("dtype")).dtype();
            for (Workload workload :
                    List.of(
                            new Workload.Generate(1, 5, 64, 64),
                            new Workload.Generate(8, 5, 256, 128),
                            new Workload.Generate(16, 5, 64, 16),
                            new Workload.TrainDpo(16, 1, 64, 128),
                            new Workload.TrainDpo(16, 2, 128, 256),
                            new Workload.TrainDpo(64, 1, 256, 512))) {
                Case one = new Case(model, dtype, workload);
                if (one.words().contains(only)) {
                    cases.add(one);
                }
            }
        }
        return cases;
    }

    private Device device(DType dtype) {
        return new Device(
                options.values().getOrDefault("device", "cpu"),
                options.whole("threads", 2, 1),
                dtype);
    }

    private List<String> words(Case one) {
        List<String> words = new ArrayList<>();
        Device device = device(one.dtype());
        words.addAll(List.of("--model", one.model().toString(), "--no-check", "--warmup", "0"));
        words.addAll(List.of("--threads", "" + device.threads(), "--device", device.name()));
        words.addAll(List.of("--dtype", one.dtype().name().toLowerCase(Locale.ROOT)));
        switch (one.workload()) {
            case Workload.Generate g -> {
                words.addAll(List.of("--prompts", "" + g.prompts(), "--samples", "" + g.samples()));
                words.addAll(List.of("--prompt-len", "" + g.promptTokens()));
                words.addAll(List.of("--new-tokens", "" + g.newTokens(), "--repeats", "1"));
            }
            case Workload.TrainDpo t -> {
                words.addAll(List.of("--pairs", "" + t.pairsPerStep(), "--lora", "" + t.rank()));
                words.addAll(List.of("--len", "" + t.tokens(), "--steps", "2", "--precompute"));
                words.addAll(List.of("--prompt-frac", "" + (double) t.promptTokens() / t.tokens()));
            }
        }
        return words;
    }

    private static String name(Workload workload) {
        return switch (workload) {
            case Workload.Generate _ -> "generate";
            case Workload.TrainDpo _ -> "dpo";
        };
    }

    /// MiB.
    private double peak(Case one) throws IOException, InterruptedException {
        Path log = Files.createTempFile("whetstone-memory", ".log");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                WorkerProcess child = new WorkerProcess(launch(log), executor)) {
            Outcome outcome =
                    child.submit(
                                    new Job.Bench(name(one.workload()), words(one), Map.of()),
                                    progress -> {})
                            .await();
            return switch (outcome) {
                case Outcome.Done done -> peak(done.value());
                case Outcome.Failed failed ->
                        throw new RuntimeFailure(failed.code(), failed.message(), failed.advice());
                case Outcome.Died died ->
                        throw new RuntimeFailure("bench.died", died.message(), "");
                case Outcome.Cancelled _ ->
                        throw new RuntimeFailure("bench.cancelled", "it was cancelled", "");
            };
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static double peak(JsonNode result) {
        return result.path("peak_rss_mb").asDouble();
    }

    /// This worker once more: the same program, options and environment.
    private static WorkerLaunch launch(Path log) {
        return new WorkerLaunch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                WorkerLaunch.ENGINE_MAIN,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> !option.startsWith("-agentlib"))
                        .toList(),
                Map.of(),
                log,
                PATIENCE,
                PATIENCE);
    }
}
