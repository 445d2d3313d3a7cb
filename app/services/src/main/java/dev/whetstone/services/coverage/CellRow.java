package dev.whetstone.services.coverage;

import dev.whetstone.services.pair.PairRef;

/// One pair behind a cell.
///
/// @param prompt the first words of the prompt that say something, on one line
/// @param p of the label by rules, for A
/// @param preference the experts' mean choice for A; NaN when nobody chose
/// @param strongest the rule that weighs most in the label; empty when none votes
/// @param askedAgain whether it waits to be judged again
/// @param leftOut whether no reward model is trained on its comparison
public record CellRow(
        PairRef ref,
        String prompt,
        double p,
        double preference,
        String strongest,
        boolean askedAgain,
        boolean leftOut) {}
