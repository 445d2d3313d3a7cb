/// Feeling and manner of wording, measured with lexicons of our own.
@NullMarked
package dev.whetstone.core.text.tone;

import org.jspecify.annotations.NullMarked;
