/// The window around the screens: rail, top bar, notifications, error page.
@NullMarked
package dev.whetstone.desktop.shell;

import org.jspecify.annotations.NullMarked;
