package dev.whetstone.services.judge;

import java.util.UUID;

/// An action that was taken back or done again.
///
/// @param name e.g. `choice`, `skip`, `flag`
/// @param event the action's id; of a choice, the judgement's
/// @param showing the comparison it was about, as it stands now
public record Step(String name, UUID event, Showing showing) {}
