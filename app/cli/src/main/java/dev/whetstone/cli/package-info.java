@NullMarked
package dev.whetstone.cli;

import org.jspecify.annotations.NullMarked;
