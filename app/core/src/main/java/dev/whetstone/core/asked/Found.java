package dev.whetstone.core.asked;

import dev.whetstone.core.lf.Bool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/// Collects constraints. Of two readings of the same words the one found first stays.
final class Found {
    private final List<StatedConstraint> all = new ArrayList<>();

    void add(Clause clause, Matcher words, List<Bool> conditions) {
        int start = clause.offset() + words.start();
        int end = clause.offset() + words.end();
        boolean taken = all.stream().anyMatch(one -> one.start() < end && start < one.end());
        if (!taken) {
            for (Bool condition : conditions) {
                if (all.stream().noneMatch(one -> one.condition().equals(condition))) {
                    all.add(new StatedConstraint(start, end, condition));
                }
            }
        }
    }

    void add(Clause clause, Matcher words, Bool condition) {
        add(clause, words, List.of(condition));
    }

    List<StatedConstraint> constraints() {
        return all.stream().sorted(Comparator.comparingInt(StatedConstraint::start)).toList();
    }
}
