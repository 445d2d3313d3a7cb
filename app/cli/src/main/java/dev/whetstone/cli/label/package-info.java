/// Verbs that turn votes into probabilities.
@NullMarked
package dev.whetstone.cli.label;

import org.jspecify.annotations.NullMarked;
