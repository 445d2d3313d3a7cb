/// The sample project and the starter policy that ship with the program.
@NullMarked
package dev.whetstone.resources.sample;

import org.jspecify.annotations.NullMarked;
