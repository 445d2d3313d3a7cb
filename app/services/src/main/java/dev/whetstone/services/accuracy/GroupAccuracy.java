package dev.whetstone.services.accuracy;

import dev.whetstone.core.evaluate.Estimate;

/// The reward model on some of the choices, ties left out.
///
/// @param of what they have in common, a slice or a person
/// @param choices how many
/// @param model its accuracy, Wilson's 95 % interval
/// @param shortfall how much less that is than its accuracy on all choices; NaN without any
public record GroupAccuracy<T>(T of, int choices, Estimate model, double shortfall) {}
