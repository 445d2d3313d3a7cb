package dev.whetstone.services.data;

import java.util.List;
import java.util.Map;

/// The first rows of a file as they stand, before a mapping is chosen.
///
/// @param format recognised; empty when columns need a mapping
/// @param mapping suggested, in the command line's form
/// @param rows at most 50, column to text
public record ImportPreview(
        String format, String mapping, List<String> columns, List<Map<String, String>> rows) {
    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
