/// From votes of labeling functions to p(A preferred): analysis of the functions, majority
/// vote, label models, families of functions that tell the same story, strengths from
/// comparisons.
@NullMarked
package dev.whetstone.core.label;

import org.jspecify.annotations.NullMarked;
