package dev.whetstone.cli;

import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.place.Places;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The program's entry.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Places places =
                Places.of(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.getProperty("os.name"));
        // read by logback.xml, so before the first logger
        System.setProperty("whetstone.log", places.log().toString());
        Shell shell =
                new Shell(
                        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        isTerminal() ? Shell.Terminal.YES : Shell.Terminal.NO,
                        places,
                        () -> ServiceGraph.standard(places));
        // Ctrl-C: what runs is cancelled and ends at its next safe point
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(shell::close));
        int code = CommandTree.execute(shell, args);
        shell.close();
        System.exit(code);
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
