/// Sentiment as VADER measures it (Hutto and Gilbert 2014), with its published lexicon.
@NullMarked
package dev.whetstone.core.text.vader;

import org.jspecify.annotations.NullMarked;
