/// Training: preference losses, the optimizer's schedule, checkpoints, and the runs that use them.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.align;
