/// Whether work fits into memory, told before it begins.
@NullMarked
package dev.whetstone.services.memory;

import org.jspecify.annotations.NullMarked;
