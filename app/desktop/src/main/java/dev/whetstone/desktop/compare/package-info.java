/// The expert's desk: responses side by side, the choice, and why.
@NullMarked
package dev.whetstone.desktop.compare;

import org.jspecify.annotations.NullMarked;
