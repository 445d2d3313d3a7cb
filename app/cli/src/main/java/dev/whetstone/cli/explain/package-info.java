/// What explanations are understood as.
@NullMarked
package dev.whetstone.cli.explain;

import org.jspecify.annotations.NullMarked;
