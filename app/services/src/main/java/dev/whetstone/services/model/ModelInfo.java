package dev.whetstone.services.model;

import java.nio.file.Path;

/// A policy that can be chosen.
///
/// @param name `starter`, a folder's name, or `PROJECT#iteration-N`
/// @param bytes of its weights
public record ModelInfo(
        String name, Path folder, String architecture, long parameters, long bytes) {}
