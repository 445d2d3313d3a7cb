/// Appearance: colours, fonts, font size, and where they are remembered.
@NullMarked
package dev.whetstone.desktop.theme;

import org.jspecify.annotations.NullMarked;
