/// Verbs about the reward model.
@NullMarked
package dev.whetstone.cli.reward;

import org.jspecify.annotations.NullMarked;
