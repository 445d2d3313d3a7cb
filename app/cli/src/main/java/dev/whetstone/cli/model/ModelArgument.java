package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Shell;
import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A model by its name, and adapters over it.
final class ModelArgument {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A folder, starter, or PROJECT#iteration-N.")
    private String model = "";

    @Option(names = "--adapter", paramLabel = "DIR", description = "PEFT folders, in order.")
    private List<Path> adapters = List.of();

    ModelRef ref(Shell shell) {
        return shell.workbench().models().ref(model, adapters);
    }
}
