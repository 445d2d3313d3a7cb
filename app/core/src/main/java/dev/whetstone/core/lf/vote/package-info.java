/// Compiled labeling functions: votes over pairs, judgements of single responses, many rules at once.
@NullMarked
package dev.whetstone.core.lf.vote;

import org.jspecify.annotations.NullMarked;
