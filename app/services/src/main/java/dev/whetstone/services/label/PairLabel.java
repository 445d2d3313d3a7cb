package dev.whetstone.services.label;

import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// A pair's label. It is decided when someone chose or a rule voted; p is exactly .5 otherwise.
///
/// @param p probability that A is preferred, unrounded
/// @param ruled p by the rules alone; .5 when none votes
public record PairLabel(
        PairRef ref,
        double p,
        double ruled,
        List<Contribution> contributions,
        List<Choice> choices) {
    public PairLabel {
        contributions = List.copyOf(contributions);
        choices = List.copyOf(choices);
    }

    public boolean isDecided() {
        return !contributions.isEmpty() || !choices.isEmpty();
    }
}
