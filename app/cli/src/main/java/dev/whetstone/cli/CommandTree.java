package dev.whetstone.cli;

import dev.whetstone.cli.align.AlignVerbs;
import dev.whetstone.cli.bench.BenchVerbs;
import dev.whetstone.cli.data.DataVerbs;
import dev.whetstone.cli.demo.DemoVerbs;
import dev.whetstone.cli.detectors.DetectorVerbs;
import dev.whetstone.cli.engine.EngineVerbs;
import dev.whetstone.cli.explain.ExplainVerbs;
import dev.whetstone.cli.label.LabelVerbs;
import dev.whetstone.cli.model.ModelVerbs;
import dev.whetstone.cli.people.PeopleVerbs;
import dev.whetstone.cli.project.ProjectVerbs;
import dev.whetstone.cli.reward.RewardVerbs;
import dev.whetstone.cli.rules.RulesVerbs;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.winrate.WinRateVerbs;
import dev.whetstone.services.desktop.DesktopEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// All verbs.
@Command(
        name = "whetstone",
        version = "whetstone 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Teach a language model what good looks like.",
        footer = "Without a verb: open the desktop.")
final class CommandTree implements Runnable {
    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(arity = "0..1", description = "A project to open in the desktop.")
    private List<Path> project = List.of();

    private CommandTree() {}

    static int execute(Shell shell, String... args) {
        return commandLine(shell).execute(args);
    }

    static CommandLine commandLine(Shell shell) {
        CommandLine root = new CommandLine(new CommandTree());
        DemoVerbs.addTo(root, shell);
        ProjectVerbs.addTo(root, shell);
        DataVerbs.addTo(root, shell);
        ExplainVerbs.addTo(root, shell);
        RulesVerbs.addTo(root, shell);
        DetectorVerbs.addTo(root, shell);
        PeopleVerbs.addTo(root, shell);
        LabelVerbs.addTo(root, shell);
        RewardVerbs.addTo(root, shell);
        ModelVerbs.addTo(root, shell);
        AlignVerbs.addTo(root, shell);
        WinRateVerbs.addTo(root, shell);
        EngineVerbs.addTo(root, shell);
        BenchVerbs.addTo(root, shell);
        root.setOut(shell.out());
        root.setErr(shell.err());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(new Failures(shell));
        root.setParameterExceptionHandler(new WrongUse(shell));
        return root;
    }

    @Override
    public void run() {
        for (Path file : project) {
            if (!Files.exists(file)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "There is neither a verb nor a project " + file + ".");
            }
        }
        DesktopEntry desktop =
                ServiceLoader.load(DesktopEntry.class)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CommandLine.ParameterException(
                                                spec.commandLine(),
                                                "This installation has no desktop; name a verb."));
        desktop.open(project);
    }
}
