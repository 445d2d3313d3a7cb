package dev.whetstone.cli.shell;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/// A verb of the command line. It asks a service and says what came back.
public abstract class Verb implements Callable<Integer> {
    protected final Shell shell;

    @Option(
            names = "--json",
            description = "Print one JSON object as the last line; progress goes to stderr.")
    private boolean json;

    protected Verb(Shell shell) {
        this.shell = shell;
    }

    protected abstract Answer answer() throws IOException;

    @Override
    public final Integer call() throws IOException {
        Answer answer = answer();
        shell.endProgress();
        if (json) {
            shell.out().println(Json.line(answer.json()));
        } else {
            answer.lines().forEach(shell.out()::println);
        }
        shell.out().flush();
        return answer.passed() ? 0 : 1;
    }
}
