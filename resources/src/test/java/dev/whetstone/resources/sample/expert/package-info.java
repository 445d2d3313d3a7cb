/// Assembles the bundled judgements and pool from responses that the starter policy really gave.
@NullMarked
package dev.whetstone.resources.sample.expert;

import org.jspecify.annotations.NullMarked;
