/// Two responses of a comparison, the unit that rules vote on and labels are given to.
@NullMarked
package dev.whetstone.services.pair;

import org.jspecify.annotations.NullMarked;
