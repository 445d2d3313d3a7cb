package dev.whetstone.core.mine;

import org.hipparchus.special.Beta;

/// How sure choices make it that a rule goes the wrong way, under the prior of 7 right and 3 wrong
/// that rules are given before any evidence.
public record GoldCheck(int right, int wrong) {
    private static final double PRIOR_RIGHT = 7;
    private static final double PRIOR_WRONG = 3;
    private static final double SURE = .8;

    /// P(accuracy < 1/2), the accuracy being Beta(7 + right, 3 + wrong); 0 to 1.
    public double wrongWay() {
        return Beta.regularizedBeta(.5, PRIOR_RIGHT + right, PRIOR_WRONG + wrong);
    }

    /// Whether it is more than 0.8 sure that the rule usually goes the other way.
    public boolean goesTheOtherWay() {
        return wrongWay() > SURE;
    }
}
