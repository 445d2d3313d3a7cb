package dev.whetstone.desktop.action;

import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// Pairs for which somebody wants to write a rule.
///
/// @param title what they have in common, in a few words
/// @param text a first text of the rule; empty where there is nothing to offer
/// @param pairs those that no rule votes on, most telling first; empty where it is not for any
public record RuleStart(String title, String text, List<PairRef> pairs) {
    public RuleStart {
        pairs = List.copyOf(pairs);
    }
}
