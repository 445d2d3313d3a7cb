package dev.whetstone.cli.bench;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.bench.LabelBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "label", description = "Rows a second of every label model, on made votes.")
final class BenchLabel extends BenchVerb {
    @Option(names = "--rows", defaultValue = "20000", description = "Default 20000.")
    private int rows;

    @Option(names = "--rules", defaultValue = "12", description = "Default 12.")
    private int rules;

    @Option(names = "--seed", defaultValue = "1", description = "Default 1.")
    private long seed;

    BenchLabel(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return measure("label", progress -> new LabelBench(rows, rules, seed).run(progress));
    }
}
