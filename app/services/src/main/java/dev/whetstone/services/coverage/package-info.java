/// What the rules cover, where they overlap and disagree, and the pairs behind every figure.
@NullMarked
package dev.whetstone.services.coverage;

import org.jspecify.annotations.NullMarked;
