/// What rules are worth: learning curves of the reward model with and without them.
@NullMarked
package dev.whetstone.services.curve;

import org.jspecify.annotations.NullMarked;
