/// Verbs about labeling functions and their votes.
@NullMarked
package dev.whetstone.cli.rules;

import org.jspecify.annotations.NullMarked;
