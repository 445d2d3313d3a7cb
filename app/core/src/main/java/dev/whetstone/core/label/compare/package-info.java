/// Label models held against each other on pairs whose answers are known.
@NullMarked
package dev.whetstone.core.label.compare;

import org.jspecify.annotations.NullMarked;
