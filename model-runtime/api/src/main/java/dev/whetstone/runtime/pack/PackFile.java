package dev.whetstone.runtime.pack;

/// A native library of a pack.
///
/// @param path below the pack's folder, with `/`
/// @param sha256 of its bytes, in hexadecimal
public record PackFile(String path, long bytes, String sha256) {}
