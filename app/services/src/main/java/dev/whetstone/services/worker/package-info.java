/// The model runtime as services use it.
@NullMarked
package dev.whetstone.services.worker;

import org.jspecify.annotations.NullMarked;
