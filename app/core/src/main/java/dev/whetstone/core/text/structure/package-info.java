/// The Markdown structure of a text.
@NullMarked
package dev.whetstone.core.text.structure;

import org.jspecify.annotations.NullMarked;
