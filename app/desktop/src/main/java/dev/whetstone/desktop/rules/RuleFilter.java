package dev.whetstone.desktop.rules;

import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Which rules a list shows.
///
/// @param text looked for in name, words, rule and author, in any case
/// @param state empty for all
record RuleFilter(String text, Optional<RuleState> state) implements Predicate<RuleRow> {
    @Override
    public boolean test(RuleRow row) {
        String needle = text.strip().toLowerCase(Locale.ROOT);
        boolean stated = state.isEmpty() || state.get() == row.state();
        return stated
                && (row.name() + " " + row.sentence() + " " + row.text() + " " + row.author())
                        .toLowerCase(Locale.ROOT)
                        .contains(needle);
    }
}
