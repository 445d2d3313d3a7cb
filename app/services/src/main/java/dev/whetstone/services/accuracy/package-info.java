/// Where the reward model is right and where it falls short: by rule, by slice, by person.
@NullMarked
package dev.whetstone.services.accuracy;

import org.jspecify.annotations.NullMarked;
