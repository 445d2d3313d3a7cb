package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.services.vote.Column;
import java.util.Set;
import java.util.UUID;

/// A rule that the filters look at.
///
/// @param id of the saved rule; [RuleRow#NO_COMPARISON] for a text that is not saved
/// @param slots the values it votes with
/// @param ownPairs rows of the pairs it was written on
record Examined(UUID id, Rule rule, SlotValues slots, Column column, Set<Integer> ownPairs) {
    int vote(int row) {
        return column.votes()[row];
    }
}
