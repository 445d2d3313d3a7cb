package dev.whetstone.desktop.task;

/// Something a person should hear while a job goes on.
///
/// @param time when it was heard, `HH:mm`
public record JobNote(String time, String text) {}
