/// Memory that work needs, from a model's headers.
@NullMarked
package dev.whetstone.engine.memory;

import org.jspecify.annotations.NullMarked;
