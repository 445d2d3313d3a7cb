package dev.whetstone.cli.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.rules.RuleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the same events as the desk does.
@Command(name = "judge", description = "Add judgements from a judgements file.")
final class JudgeVerb extends Verb {
    @Parameters(index = "0", paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE.jsonl")
    private Path file = Path.of("");

    @Option(names = "--annotator", defaultValue = "", description = "Who judged.")
    private String annotator = "";

    @Option(
            names = "--accept-rules",
            defaultValue = "NONE",
            paramLabel = "none|safe",
            description =
                    "safe: make rules of the explanations that were understood whole, vote for"
                            + " their own choice and leave no question; the others wait. Default:"
                            + " all wait.")
    private AcceptRules accept = AcceptRules.NONE;

    /// Which readings of explanations become rules at once.
    private enum AcceptRules {
        NONE,
        SAFE
    }

    JudgeVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        ImportRequest request =
                new ImportRequest(List.of(file), "judgements", "", "judgements", annotator);
        try (ProjectServices open = shell.workbench().open(project)) {
            Answer added = ImportAnswer.of(shell.follow(open.data().importFiles(request)), "added");
            return switch (accept) {
                case NONE -> added;
                case SAFE -> withRules(added, open);
            };
        }
    }

    private Answer withRules(Answer added, ProjectServices open) {
        Explaining.Acceptance accepted =
                shell.follow(
                        shell.workbench()
                                .jobs()
                                .start(
                                        "Read the explanations",
                                        progress -> {
                                            progress.stage("Reading explanations");
                                            return open.explaining().acceptSafe();
                                        }));
        ObjectNode rules = added.json().putObject("rules");
        rules.put("explanations", accepted.explanations());
        ArrayNode array = rules.putArray("added");
        List<String> lines = new ArrayList<>(added.lines());
        lines.add(
                accepted.explanations()
                        + " explanations: "
                        + accepted.rules().size()
                        + " new rules, "
                        + accepted.supported()
                        + " say what a rule says already, "
                        + accepted.waiting()
                        + " wait for a person, "
                        + accepted.unread()
                        + " were not understood");
        for (RuleRow row : open.rules().list()) {
            if (accepted.rules().contains(row.id())) {
                array.addObject()
                        .put("name", row.name())
                        .put("rule", row.text())
                        .put("explanation", row.origin());
                lines.add("  " + row.name() + ": " + row.text());
            }
        }
        rules.put("supported", accepted.supported())
                .put("waiting", accepted.waiting())
                .put("unread", accepted.unread());
        return Answer.of(added.json(), lines);
    }
}
