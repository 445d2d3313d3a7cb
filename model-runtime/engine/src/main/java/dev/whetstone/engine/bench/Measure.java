package dev.whetstone.engine.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.tensor.Torch;
import dev.whetstone.engine.worker.ProcessMemory;
import dev.whetstone.runtime.model.DType;
import dev.whetstone.runtime.model.Device;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Time and memory of repeated work, and the parts of the report that all benchmarks share.
final class Measure {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> FLAGS =
            Set.of(
                    "avx2",
                    "fma",
                    "avx512f",
                    "avx512_vnni",
                    "avx512_bf16",
                    "avx512_fp16",
                    "amx_tile",
                    "amx_bf16",
                    "amx_int8");

    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();
    private final ObjectNode memory = JSON.objectNode();
    private double loadingPeak;
    private ArrayNode loadBefore = JSON.arrayNode();

    void mark(String name) {
        memory.put(name, megabytes(ProcessMemory.residentBytes()));
    }

    /// Loading is over: its peak is kept apart from the work's.
    void startWork() throws IOException {
        mark("loaded");
        loadingPeak = megabytes(ProcessMemory.peakBytes());
        ProcessMemory.resetPeak();
        loadBefore = load();
    }

    void time(Runnable work) {
        var cpu = cpuNanos();
        var begin = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - begin) / 1e9);
        cpuSeconds.add((cpuNanos() - cpu) / 1e9);
    }

    /// Leaves out what was timed so far.
    void forget() {
        seconds.clear();
        cpuSeconds.clear();
    }

    /// @param tokens of one repeat
    double report(ObjectNode result, long tokens) {
        var rates = seconds.stream().map(s -> tokens / s).sorted().toList();
        var median = median(rates);
        result.put("tokens_per_second", round(median, 2));
        result.put("tokens_per_second_min", round(rates.getFirst(), 2));
        result.put("tokens_per_second_max", round(rates.getLast(), 2));
        result.put(
                "tokens_per_cpu_second",
                round(tokens / median(cpuSeconds.stream().sorted().toList()), 2));
        surroundings(result);
        return median;
    }

    /// What was timed, memory, and the machine with its load.
    void surroundings(ObjectNode result) {
        list(result.putArray("seconds"), seconds);
        list(result.putArray("cpu_seconds"), cpuSeconds);
        var peak = megabytes(ProcessMemory.peakBytes());
        result.put("peak_rss_mb", Math.max(peak, loadingPeak));
        result.put("peak_rss_work_mb", peak);
        result.set("rss_mb", memory);
        result.set("machine", machine());
        result.set("load_before", loadBefore);
        result.set("load_after", load());
    }

    static ObjectNode runtime() {
        return JSON.objectNode()
                .put("java", Runtime.version().toString())
                .put("libtorch", Torch.version())
                .put("engine", "whetstone");
    }

    /// How it was measured.
    ///
    /// @param warmUp repeats or steps before those that count
    static void how(ObjectNode result, Device device, int warmUp) {
        result.put("threads", device.threads())
                .put("device", device.name())
                .put("dtype", device.dtype() == DType.BF16 ? "bf16" : "fp32")
                .put("warm_up", warmUp + ", not counted");
    }

    static ObjectNode work(String bench, Path model, DecoderConfig config, Device device) {
        return JSON.objectNode()
                .put("bench", bench)
                .put("model", model.getFileName().toString())
                .put("hidden", config.hidden())
                .put("layers", config.layers())
                .put("vocab", config.vocabulary())
                .put("dtype", device.dtype() == DType.BF16 ? "bf16" : "fp32")
                .put("threads", device.threads())
                .put("device", device.name());
    }

    /// Parameters of the blocks' linear layers.
    static long block(DecoderConfig config) {
        long hidden = config.hidden();
        var attention = 2 * hidden * config.queryWidth() + 2 * hidden * config.keyWidth();
        return config.layers() * (attention + 3 * hidden * config.intermediate());
    }

    static long head(DecoderConfig config) {
        return (long) config.vocabulary() * config.hidden();
    }

    /// Floating-point operations of a token's attention to `keys` keys.
    static double attention(DecoderConfig config, double keys) {
        return 4.0 * keys * config.queryWidth() * config.layers();
    }

    static double round(double value, int digits) {
        var scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void list(ArrayNode into, List<Double> values) {
        values.forEach(value -> into.add(round(value, 5)));
    }

    private static double megabytes(long bytes) {
        return round(bytes / 1048576.0, 1);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean full
                ? full.getProcessCpuTime()
                : 0;
    }

    private static ArrayNode load() {
        var load = JSON.arrayNode();
        try {
            var words = Files.readString(Path.of("/proc/loadavg")).split(" ");
            for (var i = 0; i < 3; i++) {
                load.add(Double.parseDouble(words[i]));
            }
        } catch (IOException e) {
            // no such file outside Linux
            load.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        return load;
    }

    private static ObjectNode machine() {
        var machine = JSON.objectNode();
        var flags = machine.putArray("flags");
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        try {
            for (var line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name") && !machine.has("cpu")) {
                    machine.put("cpu", line.substring(line.indexOf(':') + 1).strip());
                } else if (line.startsWith("flags") && flags.isEmpty()) {
                    List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")).stream()
                            .filter(FLAGS::contains)
                            .forEach(flags::add);
                }
            }
        } catch (IOException e) {
            machine.put("cpu", System.getProperty("os.arch"));
        }
        return machine;
    }
}
