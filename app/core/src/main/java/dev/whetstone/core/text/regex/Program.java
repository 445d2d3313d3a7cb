package dev.whetstone.core.text.regex;

import dev.whetstone.core.text.regex.Syntax.Repeat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A nondeterministic automaton (Thompson's construction). Of two ways on, the first is preferred.
final class Program {
    /// Most instructions; larger expressions are left to RE2.
    private static final int MOST = 3_000;

    /// Most different sets of characters, one bit each.
    static final int MOST_SETS = 64;

    static final int MATCH = 0;

    enum Reading {
        FORWARDS,
        BACKWARDS
    }

    enum Kind {
        MATCH,
        STEP,
        FORK,
        LOOK
    }

    private final Reading reading;
    private final Map<CodeSet, Integer> sets = new LinkedHashMap<>();
    private final Set<Assertion> assertions = EnumSet.noneOf(Assertion.class);
    private Kind[] kinds = new Kind[64];
    private int[] operands = new int[64];
    private int[] nexts = new int[64];
    private int size;
    private int start;

    private Program(Reading reading) {
        this.reading = reading;
        add(Kind.MATCH, 0, 0);
    }

    /// Nothing where the expression is too large.
    static Optional<Program> of(Syntax syntax, Reading reading) {
        Program program = new Program(reading);
        program.start = program.emit(syntax, MATCH);
        return program.size > MOST || program.sets.size() > MOST_SETS
                ? Optional.empty()
                : Optional.of(program);
    }

    int start() {
        return start;
    }

    int size() {
        return size;
    }

    Kind kind(int instruction) {
        return kinds[instruction];
    }

    /// The set of a step, the preferred way of a fork, the assertion of a look.
    int operand(int instruction) {
        return operands[instruction];
    }

    /// What follows; of a fork the other way.
    int next(int instruction) {
        return nexts[instruction];
    }

    List<CodeSet> sets() {
        return List.copyOf(sets.keySet());
    }

    Set<Assertion> assertions() {
        return assertions;
    }

    private int add(Kind kind, int operand, int next) {
        if (size > MOST) {
            return MATCH;
        }
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            operands = Arrays.copyOf(operands, 2 * size);
            nexts = Arrays.copyOf(nexts, 2 * size);
        }
        kinds[size] = kind;
        operands[size] = operand;
        nexts[size] = next;
        return size++;
    }

    /// Emits what matches the tree and then goes on at `next`; returns where it starts.
    private int emit(Syntax syntax, int next) {
        return switch (syntax) {
            case Syntax.Empty() -> next;
            case Syntax.One(var set) -> {
                Integer index = sets.get(set);
                if (index == null) {
                    index = sets.size();
                    sets.put(set, index);
                }
                yield add(Kind.STEP, index, next);
            }
            case Syntax.Look(var assertion) -> {
                Assertion asked = reading == Reading.FORWARDS ? assertion : assertion.mirrored();
                assertions.add(asked);
                yield add(Kind.LOOK, asked.ordinal(), next);
            }
            case Syntax.Sequence(var parts) -> {
                int at = next;
                for (Syntax part : reading == Reading.FORWARDS ? parts.reversed() : parts) {
                    at = emit(part, at);
                }
                yield at;
            }
            case Syntax.Choice(var parts) -> {
                int at = emit(parts.getLast(), next);
                for (int i = parts.size() - 2; i >= 0; i--) {
                    at = add(Kind.FORK, emit(parts.get(i), next), at);
                }
                yield at;
            }
            case Repeat repeat -> repeat(repeat, next);
        };
    }

    private int repeat(Repeat repeat, int next) {
        int at = next;
        if (repeat.most() == Repeat.UNBOUNDED) {
            int loop = add(Kind.FORK, next, next);
            int body = emit(repeat.body(), loop);
            if (loop != MATCH) {
                operands[loop] = repeat.greedy() ? body : next;
                nexts[loop] = repeat.greedy() ? next : body;
            }
            at = loop;
        } else {
            for (int i = repeat.least(); i < repeat.most() && size <= MOST; i++) {
                int body = emit(repeat.body(), at);
                at = repeat.greedy() ? add(Kind.FORK, body, next) : add(Kind.FORK, next, body);
            }
        }
        for (int i = 0; i < repeat.least() && size <= MOST; i++) {
            at = emit(repeat.body(), at);
        }
        return at;
    }
}
