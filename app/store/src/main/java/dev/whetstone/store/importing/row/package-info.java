/// What one row of each format means.
@NullMarked
package dev.whetstone.store.importing.row;

import org.jspecify.annotations.NullMarked;
