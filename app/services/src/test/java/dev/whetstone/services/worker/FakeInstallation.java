package dev.whetstone.services.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.runtime.worker.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// An installation whose worker answers every job with the device it was for, and dies of every job
/// when it was started with other libraries than its own.
public final class FakeInstallation implements AutoCloseable {
    private static final String HOME = "whetstone.home";
    private static final String WORKER =
            """
            package dev.whetstone.engine;
            import java.util.regex.*;
            public final class WorkerMain {
                public static void main(String[] args) throws Exception {
                    System.out.println("{\\"type\\":\\"hello\\",\\"protocol\\":PROTOCOL,\\"versions\\":{},"
                        + "\\"cores\\":1,\\"memoryBytes\\":1}");
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    String line;
                    while ((line = in.readLine()) != null) {
                        Matcher id = Pattern.compile("\\"id\\":\\"(job-\\\\d+)\\"").matcher(line);
                        Matcher device = Pattern.compile("\\"name\\":\\"(cpu|cuda)\\"").matcher(line);
                        if (!id.find()) {
                            return;
                        }
                        if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
                            System.exit(7);
                        }
                        System.out.println("{\\"type\\":\\"result\\",\\"id\\":\\"" + id.group(1)
                            + "\\",\\"value\\":{\\"device\\":\\"" + (device.find() ? device.group(1) : "")
                            + "\\"}}");
                    }
                }
            }
            """;

    private final @Nullable String before = System.getProperty(HOME);

    private FakeInstallation() {}

    /// Makes it the running one until it is closed.
    public static FakeInstallation in(Path home) throws IOException {
        FakeInstallation installation = new FakeInstallation();
        Path engine = Files.createDirectories(home.resolve("engine"));
        Path lib = Files.createDirectories(home.resolve("lib"));
        Path source = home.resolve("dev/whetstone/engine/WorkerMain.java");
        Files.createDirectories(source.resolveSibling(""));
        Files.writeString(source, WORKER.replace("PROTOCOL", Integer.toString(Wire.PROTOCOL)));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        try (OutputStream out = Files.newOutputStream(engine.resolve("worker.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("dev/whetstone/engine/WorkerMain.class"));
            jar.write(Files.readAllBytes(source.resolveSibling("WorkerMain.class")));
        }
        // only its name counts
        Files.createFile(lib.resolve("pytorch-native-cpu-2.7.1-linux-x86_64.jar"));
        System.setProperty(HOME, home.toString());
        return installation;
    }

    /// Files named like libtorch's.
    public static Path libraries(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name :
                List.of(
                        System.mapLibraryName("torch_cpu"),
                        "0.35.1-" + System.mapLibraryName("djl_torch"))) {
            Files.writeString(folder.resolve(name), name);
        }
        return folder;
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, before);
        }
    }
}
