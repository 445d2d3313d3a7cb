package dev.whetstone.core.text.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Follows forks and assertions between two characters, the preferred way first.
final class Closure {
    /// Stands in a state for a search that may also start later.
    static final int SEARCH = -1;

    private final Program program;
    private final boolean longest;
    private final Neighbour before;
    private final Neighbour after;
    private final boolean[] seen;
    private final int[] open;
    private final List<Integer> steps = new ArrayList<>();
    private boolean matched;

    /// @param longest whether a match leaves all other ways open
    Closure(Program program, boolean longest, Neighbour before, Neighbour after) {
        this.program = program;
        this.longest = longest;
        this.before = before;
        this.after = after;
        this.seen = new boolean[program.size()];
        this.open = new int[2 * program.size() + 2];
    }

    boolean isMatched() {
        return matched;
    }

    /// Whether what comes later is no longer preferred to a match.
    private boolean isDone() {
        return matched && !longest;
    }

    void explore(List<Integer> instructions) {
        for (int instruction : instructions) {
            if (isDone()) {
                return;
            }
            if (instruction == SEARCH) {
                follow(program.start());
                if (!isDone()) {
                    steps.add(SEARCH);
                }
            } else {
                follow(instruction);
            }
        }
    }

    private void follow(int first) {
        int depth = 0;
        open[depth++] = first;
        while (depth > 0) {
            int instruction = open[--depth];
            if (seen[instruction]) {
                continue;
            }
            seen[instruction] = true;
            switch (program.kind(instruction)) {
                case MATCH -> {
                    matched = true;
                    if (isDone()) {
                        return;
                    }
                }
                case STEP -> steps.add(instruction);
                case FORK -> {
                    open[depth++] = program.next(instruction);
                    open[depth++] = program.operand(instruction);
                }
                case LOOK -> {
                    Assertion asked = Assertion.values()[program.operand(instruction)];
                    if (asked.holds(before, after)) {
                        open[depth++] = program.next(instruction);
                    }
                }
            }
        }
    }

    /// What goes on after a character of a class; nothing at the text's edge.
    List<Integer> after(long signature) {
        List<Integer> next = new ArrayList<>();
        if (after != Neighbour.NONE) {
            boolean[] taken = new boolean[program.size()];
            for (int step : steps) {
                if (step == SEARCH) {
                    next.add(SEARCH);
                } else if (CharacterClasses.inSet(signature, program.operand(step))
                        && !taken[program.next(step)]) {
                    taken[program.next(step)] = true;
                    next.add(program.next(step));
                }
            }
        }
        if (longest) {
            Collections.sort(next);
        }
        return List.copyOf(next);
    }
}
