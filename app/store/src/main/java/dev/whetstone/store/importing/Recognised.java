package dev.whetstone.store.importing;

import dev.whetstone.store.importing.row.RowFormat;
import java.util.List;

/// What a file seems to be.
///
/// @param mapping the columns that stand for ours, when they have other names
/// @param columns of the first rows, in the file's order
public record Recognised(RowFormat format, ColumnMapping mapping, List<String> columns) {
    public Recognised {
        columns = List.copyOf(columns);
    }
}
