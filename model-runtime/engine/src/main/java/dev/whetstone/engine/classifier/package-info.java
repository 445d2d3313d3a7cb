/// Encoders with a classification head: BERT, DistilBERT and RoBERTa folders in Hugging Face
/// layout.
@NullMarked
package dev.whetstone.engine.classifier;

import org.jspecify.annotations.NullMarked;
