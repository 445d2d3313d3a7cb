/// Mining patterns from choices.
@NullMarked
package dev.whetstone.core.mine;

import org.jspecify.annotations.NullMarked;
