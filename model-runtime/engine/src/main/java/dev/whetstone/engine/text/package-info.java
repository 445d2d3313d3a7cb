/// Conversations as a model reads them: chat templates, prompts, completions, in tokens.
@NullMarked
package dev.whetstone.engine.text;

import org.jspecify.annotations.NullMarked;
