/// Text to token ids and back, as a model folder's tokenizer.json says; and the trainer of small
/// byte-level vocabularies.
@NullMarked
package dev.whetstone.engine.tokenizer;

import org.jspecify.annotations.NullMarked;
