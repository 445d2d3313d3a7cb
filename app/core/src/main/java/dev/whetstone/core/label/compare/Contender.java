package dev.whetstone.core.label.compare;

import dev.whetstone.core.label.PairLabelModel;

/// A model under the name it has in a comparison: one model may take part with several settings.
public record Contender(String name, PairLabelModel model) {}
