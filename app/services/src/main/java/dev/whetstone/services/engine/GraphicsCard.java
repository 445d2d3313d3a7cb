package dev.whetstone.services.engine;

/// A graphics card with its memory.
///
/// @param driver version of NVIDIA's driver
public record GraphicsCard(String name, long memoryBytes, long usedBytes, String driver) {}
