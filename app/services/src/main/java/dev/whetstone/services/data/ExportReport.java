package dev.whetstone.services.data;

import java.nio.file.Path;
import java.util.List;

/// @param losses what the format cannot carry or what was left out, with counts, in words
public record ExportReport(Path out, String format, int rows, List<String> losses) {
    public ExportReport {
        losses = List.copyOf(losses);
    }
}
