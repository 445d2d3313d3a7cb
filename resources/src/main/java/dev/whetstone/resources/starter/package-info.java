/// The starter policy that ships with the program.
@NullMarked
package dev.whetstone.resources.starter;

import org.jspecify.annotations.NullMarked;
