@NullMarked
package dev.whetstone.runtime.worker;

import org.jspecify.annotations.NullMarked;
