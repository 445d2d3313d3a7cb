/// Measurements of the runtime, in the form in which another program's can be put beside them.
@NullMarked
package dev.whetstone.engine.bench;

import org.jspecify.annotations.NullMarked;
