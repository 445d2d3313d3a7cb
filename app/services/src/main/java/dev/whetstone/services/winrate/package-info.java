/// Win rates of one model over another on the same prompts, from files of verdicts.
@NullMarked
package dev.whetstone.services.winrate;

import org.jspecify.annotations.NullMarked;
