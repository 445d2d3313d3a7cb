/// What each kind of job does: files in, the neural core or the tokenizer, files out.
@NullMarked
package dev.whetstone.engine.job;

import org.jspecify.annotations.NullMarked;
