/// Pictures of every screen, made without a display.
@NullMarked
package dev.whetstone.desktop.screenshot;

import org.jspecify.annotations.NullMarked;
