/// What the rules cover, and the comparisons behind every figure.
@NullMarked
package dev.whetstone.desktop.coverage;

import org.jspecify.annotations.NullMarked;
