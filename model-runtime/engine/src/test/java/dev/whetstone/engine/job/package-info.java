@NullMarked
package dev.whetstone.engine.job;

import org.jspecify.annotations.NullMarked;
