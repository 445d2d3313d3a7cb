package dev.whetstone.core.explain;

import java.util.List;

/// A composition rule: constituents of the `parts` categories, side by side, make a `result`.
///
/// @param cost added to the parts' costs
record Production(Category result, double cost, List<Category> parts, Combine combine) {

    /// Makes the meaning of the whole from those of the parts; an empty list where they do not fit.
    @FunctionalInterface
    interface Combine {
        List<? extends Meaning> apply(List<Meaning> parts);
    }
}
