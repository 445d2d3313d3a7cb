/// Rules that are made from a few values instead of being written.
@NullMarked
package dev.whetstone.core.lf.template;

import org.jspecify.annotations.NullMarked;
