/// The command palette: every action by name, with its key.
@NullMarked
package dev.whetstone.desktop.palette;

import org.jspecify.annotations.NullMarked;
