package dev.whetstone.store.importing;

import dev.whetstone.store.importing.input.Reason;

/// A row that was not imported.
///
/// @param line the physical line on which it starts, from 1
/// @param field the file's column, or empty when the whole row is meant
public record Rejection(long line, Reason reason, String field) {}
