package dev.whetstone.services.coverage;

import java.util.List;

/// The pairs behind a figure.
///
/// @param rows at most as many as were asked for
/// @param total how many there are
public record Listing(List<CellRow> rows, int total) {
    public Listing {
        rows = List.copyOf(rows);
    }
}
