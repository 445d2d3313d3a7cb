@NullMarked
package dev.whetstone.engine.verify;

import org.jspecify.annotations.NullMarked;
