package dev.whetstone.services.rules;

import java.util.List;

/// A rule that needs a few values only.
///
/// @param id e.g. `number_words`
/// @param group e.g. `length_constraints`
/// @param title what the better response does, without its subject: "Has no comma"
/// @param rule what it becomes with its initial values, read strictly
public record RuleTemplate(String id, String group, String title, List<Field> fields, String rule) {
    public RuleTemplate {
        fields = List.copyOf(fields);
    }

    /// One value.
    ///
    /// @param wanted what may be given, in words
    /// @param initial several values of a list stand between `|`
    public record Field(String name, String wanted, String initial) {}
}
