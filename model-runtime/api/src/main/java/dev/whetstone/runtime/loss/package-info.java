/// Which loss a training uses, and with what parameters.
@NullMarked
package dev.whetstone.runtime.loss;

import org.jspecify.annotations.NullMarked;
