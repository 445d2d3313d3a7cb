/// Appearance, the person's name, and what this computer offers.
@NullMarked
package dev.whetstone.desktop.settings;

import org.jspecify.annotations.NullMarked;
