/// The door between the launcher and the desktop.
@NullMarked
package dev.whetstone.services.desktop;

import org.jspecify.annotations.NullMarked;
