package dev.whetstone.services.coverage;

import dev.whetstone.services.label.ModelChoice;

/// What the figures are of.
///
/// @param slice id of a [Slice]; [Slice#ALL] for all pairs
/// @param model whose labels are meant
public record View(String slice, ModelChoice model) {
    public static final View ALL = new View(Slice.ALL, ModelChoice.AUTO);
}
