/// The project's labeling functions: their texts, states, histories and live votes.
@NullMarked
package dev.whetstone.services.rules;

import org.jspecify.annotations.NullMarked;
