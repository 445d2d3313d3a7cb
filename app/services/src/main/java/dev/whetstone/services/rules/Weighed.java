package dev.whetstone.services.rules;

import java.util.List;

/// What a rule that nobody saved would do.
///
/// @param canonical the text as it would be saved
/// @param sentence in words
/// @param warnings in words; empty when there are none
public record Weighed(String canonical, String sentence, Effect effect, List<String> warnings) {
    public Weighed {
        warnings = List.copyOf(warnings);
    }
}
