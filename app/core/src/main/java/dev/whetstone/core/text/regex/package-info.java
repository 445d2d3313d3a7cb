/// A linear-time matcher for the RE2 expressions that need no more than finite automata.
@NullMarked
package dev.whetstone.core.text.regex;

import org.jspecify.annotations.NullMarked;
