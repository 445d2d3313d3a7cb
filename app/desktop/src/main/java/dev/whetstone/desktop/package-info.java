@NullMarked
package dev.whetstone.desktop;

import org.jspecify.annotations.NullMarked;
