package dev.whetstone.cli;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// Says what is wrong with the arguments and how the verb is used.
final class WrongUse implements IParameterExceptionHandler {
    private static final int CODE = 2;

    private final Shell shell;

    WrongUse(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        shell.err().println("error: usage " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, shell.err());
        shell.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        shell.err().flush();
        return CODE;
    }
}
