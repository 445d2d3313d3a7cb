@NullMarked
package dev.whetstone.engine;

import org.jspecify.annotations.NullMarked;
