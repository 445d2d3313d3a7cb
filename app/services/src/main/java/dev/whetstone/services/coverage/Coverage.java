package dev.whetstone.services.coverage;

import java.util.List;

/// Both methods count votes when they are out of date: call in the background.
public interface Coverage {
    CoverageReport report();

    /// @param limit most rows
    List<CellRow> open(Cell cell, int limit);
}
