package dev.whetstone.services.vote;

import java.util.HashSet;
import java.util.Set;

/// Names as a rules file takes them: letters, digits and `_-. ` only, each once. People may have
/// given two rules the same name, or one with other signs.
final class FileNames {
    private final Set<String> used = new HashSet<>();

    /// The name to write; the same one where it is legal and free.
    String of(String name) {
        String legal = name.strip().replaceAll("[^\\p{L}\\p{Nd}_. -]", "-");
        String plain = legal.isBlank() ? "rule" : legal;
        String free = plain;
        for (int number = 2; !used.add(free); number++) {
            free = plain + "-" + number;
        }
        return free;
    }
}
