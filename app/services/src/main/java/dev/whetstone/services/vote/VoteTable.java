package dev.whetstone.services.vote;

import dev.whetstone.services.file.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Votes of rules on pairs, as a votes file holds them.
///
/// @param seconds of reading texts' features and voting
/// @param errors times a rule could not tell
public record VoteTable(
        List<String> ids, List<String> rules, List<Column> columns, double seconds, long errors) {
    public VoteTable {
        ids = List.copyOf(ids);
        rules = List.copyOf(rules);
        columns = List.copyOf(columns);
    }

    /// CSV: `id`, then a column a rule, values 1 (A), -1 (B), 0.
    public void write(Path out) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "id" + rules.stream().map(name -> "," + cell(name)).collect(Collectors.joining()));
        for (int i = 0; i < ids.size(); i++) {
            StringBuilder line = new StringBuilder(cell(ids.get(i)));
            for (Column column : columns) {
                line.append(',').append(column.votes()[i]);
            }
            lines.add(line.toString());
        }
        WholeFile.write(out, lines);
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
