/// From an expert's sentence to candidate labeling functions. A typed chart parser over a lexicon;
/// every word of the sentence is accounted for as used, justification or not understood.
@NullMarked
package dev.whetstone.core.explain;

import org.jspecify.annotations.NullMarked;
