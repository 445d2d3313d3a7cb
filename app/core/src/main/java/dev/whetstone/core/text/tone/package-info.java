/// Manner of wording, measured with a lexicon of our own.
@NullMarked
package dev.whetstone.core.text.tone;

import org.jspecify.annotations.NullMarked;
