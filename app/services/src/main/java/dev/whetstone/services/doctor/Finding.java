package dev.whetstone.services.doctor;

/// One thing that was looked at.
///
/// @param text what was found, or what is wrong and what to do
public record Finding(String check, boolean good, String text) {}
