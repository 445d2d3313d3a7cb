package dev.whetstone.services.rules;

import dev.whetstone.services.pair.PairRef;
import java.util.List;

/// A pair that a rule decides, in a few words.
///
/// @param prompt the first words of the prompt that say something
/// @param better from where the two replies part, the one that the rule votes for
/// @param worse the other one
/// @param outcome beside what the experts chose
/// @param chosenBy whose choice counts here; empty where nobody chose
/// @param isNew whether the saved rule voted differently
public record Decided(
        PairRef ref,
        String prompt,
        String better,
        String worse,
        List<String> chosenBy,
        Outcome outcome,
        boolean isNew) {
    public Decided {
        chosenBy = List.copyOf(chosenBy);
    }

    /// What an edit does to a pair, what tells most first.
    public enum Group {
        NEWLY_WRONG,
        NEWLY_RIGHT,
        /// It votes otherwise than the saved rule where nobody chose.
        NEWLY_VOTING,
        WRONG,
        RIGHT,
        OPEN
    }

    public Group group() {
        return group(outcome, isNew);
    }

    static Group group(Outcome outcome, boolean isNew) {
        return switch (outcome) {
            case WRONG -> isNew ? Group.NEWLY_WRONG : Group.WRONG;
            case RIGHT -> isNew ? Group.NEWLY_RIGHT : Group.RIGHT;
            case OPEN -> isNew ? Group.NEWLY_VOTING : Group.OPEN;
        };
    }

    /// A vote beside the experts' choice.
    public enum Outcome {
        RIGHT,
        WRONG,
        /// Nobody chose, or the choice was a tie.
        OPEN
    }
}
