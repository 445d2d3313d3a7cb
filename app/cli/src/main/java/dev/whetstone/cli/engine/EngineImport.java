package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.services.engine.Engines;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the digest before anything is copied; what no list knows is copied only where the digest
/// was given back.
@Command(name = "import", description = "Copy a folder with libtorch into this program and try it.")
final class EngineImport extends Verb {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--name", defaultValue = "", description = "Default: of version and flavor.")
    private String name = "";

    @Option(
            names = "--torch-version",
            defaultValue = "",
            paramLabel = "V",
            description = "Where the folder does not say, e.g. 2.7.1.")
    private String version = "";

    @Option(
            names = "--flavor",
            defaultValue = "",
            description = "Where the folder does not say: cpu, cu128, ...")
    private String flavor = "";

    @Option(
            names = "--copy-links",
            description = "Copy the files that links out of the folder lead to.")
    private boolean copyLinks;

    @Option(
            names = "--trust",
            defaultValue = "",
            paramLabel = "DIGEST",
            description = "Import although not all files are of an archive that is known.")
    private String trusted = "";

    EngineImport(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        Engines engines = shell.workbench().engines();
        PackSource source =
                shell.follow(
                        engines.look(
                                folder,
                                copyLinks ? PackFolder.Links.COPY_FILES : PackFolder.Links.REFUSE,
                                new Build(version, flavor)));
        shell.endProgress();
        shell.err()
                .printf(
                        "libtorch %s (%s), %d files, %d MB, digest %s%n",
                        source.version(),
                        source.flavor(),
                        source.files().size(),
                        source.bytes() >> 20,
                        source.digest());
        engines.unknown(source).forEach(file -> shell.err().println("  not known: " + file.path()));
        return EngineWords.answer(shell.follow(engines.add(source, name, trusted)));
    }
}
