/// Recognition of the language of a text.
@NullMarked
package dev.whetstone.core.text.lang;

import org.jspecify.annotations.NullMarked;
