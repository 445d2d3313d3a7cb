package dev.whetstone.cli.data;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.ImportRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Imports files: all of their rows, or none.
@Command(name = "import", description = "Import prompts, responses or judgements.")
final class ImportVerb extends Verb {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "", description = "Recognised when not given.")
    private String format = "";

    @Option(
            names = "--map",
            defaultValue = "",
            description = "Other columns, e.g. prompt=instruction,a=answer_0,label=label:0>a,1>b")
    private String mapping = "";

    @Option(
            names = "--as",
            defaultValue = "",
            description = "prompts, responses, judgements or gold")
    private String as = "";

    @Option(names = "--annotator", defaultValue = "", description = "Whose judgements these are.")
    private String annotator = "";

    @Option(
            names = "--skip-bad",
            description = "Import the sound rows though others cannot be; they are listed.")
    private boolean skipBad;

    @Option(names = "--dry-run", description = "Report only; write nothing.")
    private boolean dryRun;

    ImportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ImportRequest request =
                new ImportRequest(
                        files,
                        format,
                        mapping,
                        as,
                        annotator,
                        skipBad ? ImportRequest.BadRows.SKIP : ImportRequest.BadRows.REFUSE);
        try (ProjectServices open = shell.workbench().open(project)) {
            List<ImportReport> reports =
                    shell.follow(
                            dryRun
                                    ? open.data().dryRun(request)
                                    : open.data().importFiles(request));
            return ImportAnswer.of(reports, dryRun ? "would import" : "imported");
        }
    }
}
