/// What is judged: prompts, responses, comparisons, annotators. Immutable records with stable ids.
@NullMarked
package dev.whetstone.core.project;

import org.jspecify.annotations.NullMarked;
