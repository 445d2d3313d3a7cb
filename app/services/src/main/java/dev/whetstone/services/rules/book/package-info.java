/// The rule book: every rule with what speaks for it, on paper.
@NullMarked
package dev.whetstone.services.rules.book;

import org.jspecify.annotations.NullMarked;
