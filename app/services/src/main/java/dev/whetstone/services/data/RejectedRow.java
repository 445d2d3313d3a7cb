package dev.whetstone.services.data;

/// @param line physical line, from 1
/// @param reason json, columns, missing, empty, type or value
/// @param field empty when the row as a whole is wrong
public record RejectedRow(long line, String reason, String field) {}
