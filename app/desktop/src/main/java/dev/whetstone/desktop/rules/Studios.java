package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.rules.book.RuleBooks;
import java.time.InstantSource;

/// Makes the view models of the rules' screen.
public final class Studios {
    private Studios() {}

    /// @param person who works here
    /// @param near looks for words near a list's in meaning
    public static Studio of(
            ProjectServices services,
            String person,
            WordListsViewModel.Neighbours near,
            TaskRunner runner,
            Feedback feedback,
            InstantSource clock,
            Messages messages) {
        RulesViewModel rules =
                new RulesViewModel(services.rules(), person, runner, feedback, messages);
        return new Studio(
                rules,
                new WaitingViewModel(
                        services.explaining(),
                        services.rules(),
                        rules,
                        person,
                        runner,
                        feedback,
                        messages),
                new SuggestionsViewModel(services.rules(), rules, runner, feedback, messages),
                new TemplatesViewModel(rules),
                new WordListsViewModel(
                        services.rules(), near, rules, person, runner, feedback, messages),
                new ChecksViewModel(services.rules(), rules, runner, feedback),
                new SlidersViewModel(services.rules(), rules, person, runner, feedback, messages),
                new FamiliesViewModel(
                        services.families(), rules, person, runner, feedback, messages),
                new HistoryViewModel(services.rules(), rules, runner, feedback, messages),
                new BookViewModel(
                        new RuleBooks(
                                services.project(), services.rules(), services.families(), clock),
                        runner,
                        feedback,
                        messages));
    }
}
