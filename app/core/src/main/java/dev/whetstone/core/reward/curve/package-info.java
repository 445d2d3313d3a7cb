/// What rules are worth to a reward model: accuracy by the number of judged comparisons, with
/// the rules and without them, on judgements that were not trained on.
@NullMarked
package dev.whetstone.core.reward.curve;

import org.jspecify.annotations.NullMarked;
