/// Labeling functions and concepts with their history.
@NullMarked
package dev.whetstone.store.rule;

import org.jspecify.annotations.NullMarked;
