@NullMarked
package dev.whetstone.runtime.pack;

import org.jspecify.annotations.NullMarked;
