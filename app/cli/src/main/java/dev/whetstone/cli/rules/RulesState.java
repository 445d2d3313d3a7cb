package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.RuleRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes a rule's vote away and gives it back.
final class RulesState {
    private RulesState() {}

    @Command(name = "pause", description = "A paused rule does not vote.")
    static final class Pause extends ProjectVerb {
        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        Pause(Shell shell) {
            super(shell);
        }

        @Override
        Answer answer(ProjectServices open) {
            RuleRow row = find(open, name);
            open.rules().pause(row.id());
            return Answer.of(
                    Json.object().put("name", row.name()).put("state", "paused"),
                    row.name() + " is paused");
        }
    }

    @Command(name = "resume", description = "Let a paused or suggested rule vote.")
    static final class Resume extends ProjectVerb {
        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        Resume(Shell shell) {
            super(shell);
        }

        @Override
        Answer answer(ProjectServices open) {
            RuleRow row = find(open, name);
            open.rules().activate(row.id());
            return Answer.of(
                    Json.object().put("name", row.name()).put("state", "active"),
                    row.name() + " is active");
        }
    }
}
