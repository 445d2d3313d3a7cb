package dev.whetstone.store.exporting;

import java.util.List;

/// Rows made from a project, with what did not fit into them.
public record Gathered(List<PreferenceRow> rows, Losses losses) {
    public Gathered {
        rows = List.copyOf(rows);
    }
}
