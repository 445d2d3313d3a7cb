/// Verbs about the loop.
@NullMarked
package dev.whetstone.cli.align;

import org.jspecify.annotations.NullMarked;
