/// Verbs that measure.
@NullMarked
package dev.whetstone.cli.bench;

import org.jspecify.annotations.NullMarked;
