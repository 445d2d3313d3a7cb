/// What ships with the program: the sample project, the starter model, lexicons, fonts, icons.
@NullMarked
package dev.whetstone.resources;

import org.jspecify.annotations.NullMarked;
