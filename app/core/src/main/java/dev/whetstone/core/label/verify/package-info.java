/// Checks label models, measures and strengths against a folder of recorded results of the
/// reference tools.
@NullMarked
package dev.whetstone.core.label.verify;

import org.jspecify.annotations.NullMarked;
