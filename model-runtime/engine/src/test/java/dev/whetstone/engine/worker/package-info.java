@NullMarked
package dev.whetstone.engine.worker;

import org.jspecify.annotations.NullMarked;
