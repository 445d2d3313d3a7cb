/// Short names for rules.
@NullMarked
package dev.whetstone.core.lf.naming;

import org.jspecify.annotations.NullMarked;
