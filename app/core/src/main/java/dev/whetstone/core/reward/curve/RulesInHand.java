package dev.whetstone.core.reward.curve;

import dev.whetstone.core.label.PairLabelModel;
import java.util.Set;

/// Which rules there would be if only some comparisons had been judged and explained.
public interface RulesInHand {
    /// @param judged comparisons
    /// @return columns of the votes, ascending
    int[] columns(Set<String> judged);

    /// The label model for these columns' votes.
    PairLabelModel model(int[] columns);
}
