/// How varied the words of a text are.
@NullMarked
package dev.whetstone.core.text.diversity;

import org.jspecify.annotations.NullMarked;
