/// Writes preference data in the formats of other tools, each with a report of what it cannot
/// carry.
@NullMarked
package dev.whetstone.store.exporting;

import org.jspecify.annotations.NullMarked;
