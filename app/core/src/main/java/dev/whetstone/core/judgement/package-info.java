/// An expert's verdicts: rankings, explanations, and the append-only stream of events that holds
/// them.
@NullMarked
package dev.whetstone.core.judgement;

import org.jspecify.annotations.NullMarked;
