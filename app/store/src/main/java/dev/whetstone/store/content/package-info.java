/// What is judged: prompts, responses, comparisons and annotators, as the project file keeps them.
@NullMarked
package dev.whetstone.store.content;

import org.jspecify.annotations.NullMarked;
