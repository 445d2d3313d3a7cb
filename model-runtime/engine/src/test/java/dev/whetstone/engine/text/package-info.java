@NullMarked
package dev.whetstone.engine.text;

import org.jspecify.annotations.NullMarked;
