package dev.whetstone.services.judge;

/// An action that was taken back or done again.
///
/// @param name e.g. `choice`, `skip`, `flag`
/// @param showing the comparison it was about, as it stands now
public record Step(String name, Showing showing) {}
