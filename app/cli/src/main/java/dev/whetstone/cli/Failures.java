package dev.whetstone.cli;

import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.StoreFailures;
import dev.whetstone.store.sql.StoreException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// One clear line for every failure; the stack trace goes to the log.
final class Failures implements IExecutionExceptionHandler {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int CANCELLED = 130;

    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        shell.endProgress();
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return switch (cause) {
            case CommandLine.ParameterException e -> {
                shell.err().println("error: usage " + e.getMessage());
                yield WRONG_USE;
            }
            case CancellationException _ -> {
                shell.err().println("cancelled");
                yield CANCELLED;
            }
            case ServiceException e -> failed(e);
            case StoreException e -> failed(StoreFailures.of(e));
            default -> {
                LoggerFactory.getLogger(Failures.class).error("a verb failed", cause);
                shell.err().println("error: internal " + cause);
                shell.err().println("The details are in " + shell.places().log());
                yield FAILED;
            }
        };
    }

    private int failed(ServiceException e) {
        LoggerFactory.getLogger(Failures.class).info("{} {}", e.code(), e.text(), e);
        shell.err().println("error: " + e.code() + " " + e.text().replace('\n', ' '));
        if (!e.advice().isEmpty()) {
            shell.err().println(e.advice());
        }
        if (e.code().equals("internal") || e.code().startsWith("worker")) {
            shell.err().println("The details are in " + shell.places().log());
        }
        return FAILED;
    }
}
