/// Policies: decoders from Hugging Face folders, their scores and their samples.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.policy;
