/// The reward model: its figures beside baselines, reliability, length, why a score.
@NullMarked
package dev.whetstone.desktop.reward;

import org.jspecify.annotations.NullMarked;
