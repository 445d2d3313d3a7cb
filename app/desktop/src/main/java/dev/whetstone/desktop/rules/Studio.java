package dev.whetstone.desktop.rules;

/// The view models of the rules' screen.
///
/// @param rules the list and the rule under edit
/// @param waiting sentences whose rule waits
/// @param suggestions what was mined from choices
/// @param lists word lists
/// @param book writes the rule book
public record Studio(
        RulesViewModel rules,
        WaitingViewModel waiting,
        SuggestionsViewModel suggestions,
        TemplatesViewModel templates,
        WordListsViewModel lists,
        ChecksViewModel checks,
        SlidersViewModel sliders,
        FamiliesViewModel families,
        HistoryViewModel history,
        BookViewModel book) {}
