/// Checks that hold across all modules.
@NullMarked
package dev.whetstone.packaging;

import org.jspecify.annotations.NullMarked;
