/// Low-rank adapters: their shape, their PEFT folders, and merging them into weights.
@org.jspecify.annotations.NullMarked
package dev.whetstone.engine.lora;
