/// Charts drawn on a canvas: lines, bands, dots, error bars, direct labels.
@NullMarked
package dev.whetstone.desktop.plot;

import org.jspecify.annotations.NullMarked;
