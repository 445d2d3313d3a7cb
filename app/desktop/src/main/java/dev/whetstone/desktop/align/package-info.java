/// The loop: set-up and checks, the run with its curves, the report.
@NullMarked
package dev.whetstone.desktop.align;

import org.jspecify.annotations.NullMarked;
