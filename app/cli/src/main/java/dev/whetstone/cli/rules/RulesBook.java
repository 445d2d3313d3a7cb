package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.book.RuleBooks;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "book",
        description = "Every rule with what speaks for it, as a document to read and sign.")
final class RulesBook extends ProjectVerb {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Ends in .html or .md.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    RulesBook(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        int rules =
                new RuleBooks(open.project(), open.rules(), open.families(), InstantSource.system())
                        .write(out);
        return Answer.of(
                Json.object().put("rules", rules).put("file", out.toString()),
                List.of(rules + " rules written to " + out));
    }
}
