/// Patterns that tell chosen responses from others: rules that nobody has said yet.
@NullMarked
package dev.whetstone.core.mine;

import org.jspecify.annotations.NullMarked;
