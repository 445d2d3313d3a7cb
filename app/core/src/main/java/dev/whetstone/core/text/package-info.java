/// What can be read off a text without a model: words, sentences, structure, entities, tone.
@NullMarked
package dev.whetstone.core.text;

import org.jspecify.annotations.NullMarked;
