package dev.whetstone.services.explain;

import dev.whetstone.services.rules.Effect;
import java.util.List;

/// A rule that the explanation may mean.
///
/// @param rule in the rule language
/// @param sentence in words
/// @param reading which part of the explanation; candidates of one reading exclude each other
/// @param cautions in words, from the filter bank: narrow, broad, wrong way on its own pair ...
/// @param safe every filter passed, nothing skipped, no question open
public record Candidate(
        String rule,
        String sentence,
        int reading,
        Effect effect,
        List<String> cautions,
        boolean safe) {
    public Candidate {
        cautions = List.copyOf(cautions);
    }
}
