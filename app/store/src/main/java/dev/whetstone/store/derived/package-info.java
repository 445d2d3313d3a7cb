/// What is computed from judgements and rules; every row names the hash of what it came from.
@NullMarked
package dev.whetstone.store.derived;

import org.jspecify.annotations.NullMarked;
