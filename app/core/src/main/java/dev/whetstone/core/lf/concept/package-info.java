/// Concepts that come with the program.
@NullMarked
package dev.whetstone.core.lf.concept;

import org.jspecify.annotations.NullMarked;
