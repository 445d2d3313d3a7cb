/// Memory that work with a model needs, told before any weight is read.
@NullMarked
package dev.whetstone.runtime.memory;

import org.jspecify.annotations.NullMarked;
