package dev.whetstone.packaging.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as `mvn package` built it, started as the launcher starts it.
///
/// @param home the folder that holds `lib` and `engine`
/// @param state where it keeps logs
/// @param cache where it unpacks native libraries
record Program(Path home, Path state, Path cache) {
    private static final long LONGEST = 240;

    /// Starts a verb in a folder. Its messages go to `err.txt` there, its answer to `out.txt`.
    RunningProgram start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dwhetstone.home=" + home);
        command.add("-Djava.awt.headless=true");
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:MaxRAMPercentage=40");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(home.resolve("lib") + "/*");
        command.add("dev.whetstone.cli.Main");
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err.txt");
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(err.toFile())
                        .redirectOutput(out.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return new RunningProgram(builder.start(), err, out);
    }

    /// Runs a verb to its end, which must be good.
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        RunningProgram running = start(folder, arguments);
        assertThat(running.process().waitFor(LONGEST, TimeUnit.SECONDS)).isTrue();
        assertThat(running.process().exitValue())
                .as("%s: %s", String.join(" ", arguments), running.messages())
                .isZero();
        return Files.readString(running.out());
    }
}
