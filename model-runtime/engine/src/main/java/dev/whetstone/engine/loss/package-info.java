/// Losses over preference pairs in closed form, with their derivatives, in fp64 and without
/// tensors.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.loss;
