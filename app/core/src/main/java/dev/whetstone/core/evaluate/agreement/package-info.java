/// How far people agree beyond chance.
@NullMarked
package dev.whetstone.core.evaluate.agreement;

import org.jspecify.annotations.NullMarked;
