/// Training: steps on preference pairs, the optimizer and its schedule, checkpoints, and the runs
/// that use them.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.align;
