/// Constraints that a prompt states ("at least 300 words", "in German", "no commas"), as conditions
/// of the rule language.
@NullMarked
package dev.whetstone.core.asked;

import org.jspecify.annotations.NullMarked;
