/// The claims desk's world: customers' messages and the desk's replies, each with what is true of
/// it.
@NullMarked
package dev.whetstone.resources.sample.world;

import org.jspecify.annotations.NullMarked;
