package dev.whetstone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.worker.ModelRuntime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;

/// Runs verbs as a shell would, and keeps what they print.
final class Terminal {
    private final Places places;
    private final ModelRuntime runtime;
    private final Random random = new Random(5);

    Terminal(Path folder, ModelRuntime runtime) {
        this.places = new Places(folder.resolve("state"), folder.resolve("cache"));
        this.runtime = runtime;
    }

    /// One call's exit code and streams.
    record Call(int code, String out, String err) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out.strip().lines().toList().getLast());
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Call run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
        try (Shell shell =
                new Shell(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Shell.Terminal.NO,
                        places,
                        () -> ServiceGraph.with(runtime, places, clock, new Ids(clock, random)))) {
            int code =
                    CommandTree.execute(
                            shell,
                            Arrays.stream(args).map(Object::toString).toArray(String[]::new));
            return new Call(code, out.toString(), err.toString());
        }
    }
}
