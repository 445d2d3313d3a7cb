/// How hard a text is to read, counted as textstat counts (decision 0165).
@NullMarked
package dev.whetstone.core.text.reading;

import org.jspecify.annotations.NullMarked;
