package dev.whetstone.runtime.worker;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How a worker process is started.
///
/// @param java the `java` executable
/// @param classPath the engine and all it needs
/// @param mainClass the worker's main
/// @param jvmOptions e.g. `-Xmx2g`
/// @param environment added to the app's own
/// @param log where the worker's messages go (appended)
/// @param startTimeout longest wait for the first line
/// @param silenceTimeout longest time without a line; the worker sends one each second
public record WorkerLaunch(
        Path java,
        List<Path> classPath,
        String mainClass,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path log,
        Duration startTimeout,
        Duration silenceTimeout) {
    public static final String ENGINE_MAIN = "dev.whetstone.engine.WorkerMain";

    public WorkerLaunch {
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /// The engine's worker, with the settings that runtime measurements asked for.
    ///
    /// @param cache folder for unpacked native libraries
    public static WorkerLaunch engine(
            Path java, List<Path> classPath, int heapMegabytes, Path cache, Path log) {
        return new WorkerLaunch(
                java,
                classPath,
                ENGINE_MAIN,
                List.of(
                        "-Xmx" + heapMegabytes + "m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true"),
                Map.of(
                        // large buffers stay with the process: first touch of new memory is slow
                        "GLIBC_TUNABLES",
                        "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=100000000000",
                        // a step is a hundred short parallel parts: threads wait for the next one
                        // awake, but soon let others have the core
                        "GOMP_SPINCOUNT",
                        "50000",
                        // oneDNN keeps a program of some MiB for every size that it multiplied in
                        // bf16, 1,024 of them if asked for nothing; a step needs far fewer
                        "ONEDNN_PRIMITIVE_CACHE_CAPACITY",
                        "128",
                        "ENGINE_CACHE_DIR",
                        cache.toString()),
                log,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    /// The same with more variables; those of the same name are replaced.
    public WorkerLaunch with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new WorkerLaunch(
                java, classPath, mainClass, jvmOptions, all, log, startTimeout, silenceTimeout);
    }

    List<String> command() {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        return command;
    }
}
