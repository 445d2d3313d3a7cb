/// Sentence embeddings by the bundled MiniLM (all-MiniLM-L6-v2, quantised ONNX), offline.
@NullMarked
package dev.whetstone.engine.encoder;

import org.jspecify.annotations.NullMarked;
