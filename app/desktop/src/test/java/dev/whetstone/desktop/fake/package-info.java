/// Stand-ins for the services: a small claims desk held in memory.
@NullMarked
package dev.whetstone.desktop.fake;

import org.jspecify.annotations.NullMarked;
