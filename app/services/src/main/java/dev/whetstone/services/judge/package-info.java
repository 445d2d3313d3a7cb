/// The expert's desk: which comparison is shown, on which sides, and what was said about it.
@NullMarked
package dev.whetstone.services.judge;

import org.jspecify.annotations.NullMarked;
