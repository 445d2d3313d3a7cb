@NullMarked
package dev.whetstone.engine.tokenizer;

import org.jspecify.annotations.NullMarked;
