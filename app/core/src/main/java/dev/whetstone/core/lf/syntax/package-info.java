/// Text of a rule to its term and back: lexer, parser, canonical printer, normal form.
@NullMarked
package dev.whetstone.core.lf.syntax;

import org.jspecify.annotations.NullMarked;
