/// Writes models as GGUF files (version 3), the format of llama.cpp: our own writer, after the
/// format's specification and the names that its converter gives tensors and settings.
@NullMarked
package dev.whetstone.engine.gguf;

import org.jspecify.annotations.NullMarked;
