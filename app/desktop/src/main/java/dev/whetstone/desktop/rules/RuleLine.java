package dev.whetstone.desktop.rules;

import dev.whetstone.services.rules.RuleRow;

/// A line of the list: a rule by itself, or one of a family.
///
/// @param family rules of its family, itself included; 1 without a family
record RuleLine(RuleRow row, Place place, int family) {
    enum Place {
        ALONE,
        /// The first of a family whose other rules stand below it.
        OPEN_HEAD,
        /// The first of a family whose other rules are folded away.
        FOLDED_HEAD,
        MEMBER
    }

    boolean isHead() {
        return place == Place.OPEN_HEAD || place == Place.FOLDED_HEAD;
    }
}
