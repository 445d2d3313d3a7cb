/// Verbs from end to end, in this process.
@NullMarked
package dev.whetstone.cli;

import org.jspecify.annotations.NullMarked;
