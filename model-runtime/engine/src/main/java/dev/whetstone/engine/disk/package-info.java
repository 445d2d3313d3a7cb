/// Files and folders that are there whole or not at all, whenever the power goes.
@NullMarked
package dev.whetstone.engine.disk;

import org.jspecify.annotations.NullMarked;
