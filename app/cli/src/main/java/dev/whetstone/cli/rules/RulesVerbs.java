package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `rules`, `vote`, `coverage`.
public final class RulesVerbs {
    private RulesVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new RulesGroup())
                        .addSubcommand(new RulesList(shell))
                        .addSubcommand(new RulesAdd(shell))
                        .addSubcommand(new RulesState.Pause(shell))
                        .addSubcommand(new RulesState.Resume(shell))
                        .addSubcommand(new RulesHistory(shell))
                        .addSubcommand(new RulesTemplates(shell))
                        .addSubcommand(new RulesCheck(shell))
                        .addSubcommand(new RulesSlots(shell))
                        .addSubcommand(new RulesConcept(shell))
                        .addSubcommand(new RulesSuggest(shell))
                        .addSubcommand(new RulesFamilies(shell))
                        .addSubcommand(new RulesBook(shell))
                        .addSubcommand(new RulesPrint(shell)));
        root.addSubcommand(new VoteVerb(shell));
        root.addSubcommand(new CoverageVerb(shell));
    }
}
