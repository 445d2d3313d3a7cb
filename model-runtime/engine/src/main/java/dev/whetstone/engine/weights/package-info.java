/// The safetensors format: a checked reader over mapped files and a writer.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.weights;
