@NullMarked
package dev.whetstone.runtime.loss;

import org.jspecify.annotations.NullMarked;
