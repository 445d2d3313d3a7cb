/// Small controls that every screen shares.
@NullMarked
package dev.whetstone.desktop.control;

import org.jspecify.annotations.NullMarked;
