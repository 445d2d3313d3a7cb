/// Detectors with their history, the texts that people marked for them, and what they said.
@NullMarked
package dev.whetstone.store.detect;

import org.jspecify.annotations.NullMarked;
