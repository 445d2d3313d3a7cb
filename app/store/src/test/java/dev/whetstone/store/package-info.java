@NullMarked
package dev.whetstone.store;

import org.jspecify.annotations.NullMarked;
