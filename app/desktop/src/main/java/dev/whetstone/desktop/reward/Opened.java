package dev.whetstone.desktop.reward;

import dev.whetstone.services.accuracy.Part;
import dev.whetstone.services.accuracy.Which;

/// A figure that was opened into its choices.
///
/// @param name of the part, in words
record Opened(Part part, Which which, String name) {}
