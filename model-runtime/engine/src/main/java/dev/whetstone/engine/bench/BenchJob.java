package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.control.RunCancelled;
import dev.whetstone.engine.control.RunControl;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.encoder.EncodeBench;
import dev.whetstone.engine.worker.JobHandler;
import dev.whetstone.engine.worker.ProcessMemory;
import dev.whetstone.runtime.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/// The benchmarks by name.
public final class BenchJob implements JobHandler<Job.Bench> {
    @Override
    public JsonNode run(Job.Bench job, RunControl control) throws IOException {
        return switch (job.name()) {
            case "generate" -> GenerateBench.run(job.options(), control);
            case "dpo" -> DpoBench.run(job.options(), control);
            case "limits" -> LimitsBench.run(job.options(), control);
            case "memory" -> memory(job.options(), control);
            case "encode" -> encode(job.options(), control);
            case "reward" -> RewardBench.run(job.options(), control);
            default ->
                    throw new RuntimeFailure(
                            "bench.unsupported",
                            "there is no benchmark '" + job.name() + "' in this engine",
                            "generate, dpo, reward, limits, memory and encode are.");
        };
    }

    private static JsonNode memory(List<String> words, RunControl control) throws IOException {
        try {
            return MemoryBench.run(words, control);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunCancelled();
        }
    }

    /// `--texts FILE`: a text a line.
    private static JsonNode encode(List<String> words, RunControl control) throws IOException {
        var options = BenchOptions.parse(words, Set.of("texts", "threads", "repeats"));
        var texts = Files.readAllLines(options.path("texts")).stream().distinct().toList();
        var result =
                EncodeBench.run(
                        texts,
                        options.whole("threads", 0, 0),
                        options.whole("repeats", 3, 1),
                        control);
        return result.put("peak_rss_mb", Measure.round(ProcessMemory.peakBytes() / 1048576.0, 1));
    }
}
