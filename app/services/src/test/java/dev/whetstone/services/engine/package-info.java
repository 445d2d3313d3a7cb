@NullMarked
package dev.whetstone.services.engine;

import org.jspecify.annotations.NullMarked;
