/// Patterns over texts: words with gaps and inflections, RE2 expressions, unions of them.
@NullMarked
package dev.whetstone.core.text.match;

import org.jspecify.annotations.NullMarked;
