/// The local reward model: train, measure, score, explain.
@NullMarked
package dev.whetstone.services.reward;

import org.jspecify.annotations.NullMarked;
