@NullMarked
package dev.whetstone.engine.bench;

import org.jspecify.annotations.NullMarked;
