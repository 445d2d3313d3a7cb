@NullMarked
package dev.whetstone.engine.jinja;

import org.jspecify.annotations.NullMarked;
