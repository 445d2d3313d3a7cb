/// Texts of like meaning in groups, and what each group is called.
@NullMarked
package dev.whetstone.core.cluster;

import org.jspecify.annotations.NullMarked;
