/// Values of slots that judged pairs speak for.
@NullMarked
package dev.whetstone.core.lf.fit;

import org.jspecify.annotations.NullMarked;
