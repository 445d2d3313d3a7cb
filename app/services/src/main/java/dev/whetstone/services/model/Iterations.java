package dev.whetstone.services.model;

import dev.whetstone.runtime.model.ModelRef;
import java.nio.file.Path;

/// Finds the policy that an iteration of a project's alignment run left.
@FunctionalInterface
public interface Iterations {
    /// Reads the project and changes nothing.
    ///
    /// @param run e.g. `run-1`; empty for the newest
    /// @param iteration from 1
    /// @param models finds the folder of the run's base
    /// @throws dev.whetstone.services.failure.ServiceException `model.missing` when there is
    ///     no such iteration, or as opening a project does
    ModelRef policy(Path project, String run, int iteration, Models models);
}
