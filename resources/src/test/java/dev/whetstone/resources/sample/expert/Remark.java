package dev.whetstone.resources.sample.expert;

import java.util.List;
import java.util.regex.Pattern;

/// One explanation that the expert will give, and what the pair must show for it.
///
/// @param box worse, better or comment
record Remark(Ground ground, String box, String text) {
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    static List<Remark> parse(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> BAR.split(line.strip(), 3))
                .map(cells -> new Remark(Ground.of(cells[0]), cells[1], cells[2]))
                .toList();
    }
}
