package dev.whetstone.core.text.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A deterministic automaton that is made while it reads, after RE2 (Russ Cox, "Regular Expression
/// Matching in the Wild"): a state is the list of instructions that may go on, the preferred first,
/// with what the character before can mean to an assertion. A text of n characters takes n steps.
///
/// Threads may share it. A table entry is one number that says all of the next state, so that
/// threads need not agree on when they see it: 0 where it is not made yet, the next row, or less
/// than 0 where the next state says more: minus the row, with [#MATCHED] and [#DEAD] added to it.
final class LazyDfa {
    /// Returned where the automaton has grown too large to go on.
    static final int GIVEN_UP = -2;

    static final int NOWHERE = -1;

    /// A match ended before the character that led to a state.
    private static final int MATCHED = 1;

    /// Nothing goes on from a state.
    private static final int DEAD = 2;

    private static final int FLAGS = MATCHED | DEAD;

    /// Most states; an expression that needs more is left to RE2.
    private static final int MOST_STATES = 1_500;

    private static final int FIRST_STATES = 16;

    /// Letters about as often as they are in English.
    private static final String PLAIN =
            "what people write to each other about the day in a long and friendly letter of some pages";

    /// @param instructions the preferred first
    private record State(List<Integer> instructions, Neighbour before, boolean matched) {}

    private final Program program;
    private final CharacterClasses classes;
    private final byte[] latin;
    private final boolean longest;
    private final int shift;
    private final Map<State, Integer> rows = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final int[] starts = new int[Neighbour.values().length];
    private volatile int[] table;
    private volatile boolean givenUp;
    private final int lineRow;

    /// Whether a character leaves a search where it was that has found nothing yet, whatever stands
    /// before it.
    private final boolean[] dull = new boolean[256];

    /// The last row of such a search where most characters are dull; else 0.
    private final int idle;

    private LazyDfa(Program program, CharacterClasses classes, int start, boolean longest) {
        this.program = program;
        this.classes = classes;
        this.latin = classes.latin();
        this.longest = longest;
        this.shift = Math.max(2, 32 - Integer.numberOfLeadingZeros(classes.count()));
        this.table = new int[(FIRST_STATES + 1) << shift];
        for (Neighbour before : Neighbour.values()) {
            starts[before.ordinal()] =
                    Math.abs(row(new State(List.of(start), seen(before), false))) & ~FLAGS;
        }
        this.lineRow = waitsForLines() ? starts[Neighbour.OTHER.ordinal()] : -1;
        this.idle = longest || lineRow > 0 ? 0 : skips();
    }

    /// Notes the dull characters, and says whether it pays to pass over them.
    private int skips() {
        // the first rows that were made
        int last = Arrays.stream(starts).max().orElseThrow();
        boolean[] stays = new boolean[classes.count()];
        for (int number = 0; number < stays.length; number++) {
            int at = number;
            stays[number] =
                    Arrays.stream(starts)
                            .map(row -> follower(row, at))
                            .allMatch(next -> next > 0 && next <= last);
        }
        for (int c = 0; c < dull.length; c++) {
            dull[c] = stays[latin[c] & 0xff];
        }
        long passed = PLAIN.chars().filter(c -> dull[c]).count();
        return 4 * passed >= 3L * PLAIN.length() ? last : 0;
    }

    /// Looks for the first match from a place on.
    static LazyDfa searching(Program program, CharacterClasses classes) {
        return new LazyDfa(program, classes, Closure.SEARCH, false);
    }

    /// Reads backwards the longest match that ends at a place.
    static LazyDfa anchored(Program mirrored, CharacterClasses classes) {
        return new LazyDfa(mirrored, classes, mirrored.start(), true);
    }

    boolean hasGivenUp() {
        return givenUp;
    }

    /// Whether only a line's end leads out of the state of a search that has found nothing yet.
    private boolean waitsForLines() {
        int idle = starts[Neighbour.OTHER.ordinal()];
        for (int number = 0; number < classes.count(); number++) {
            boolean line =
                    CharacterClasses.neighbour(classes.signature(number)) == Neighbour.NEWLINE;
            if (line == (follower(idle, number) == idle)) {
                return false;
            }
        }
        long anyBeyond = CharacterClasses.inAllSets(Neighbour.OTHER);
        return made(states.get((idle >> shift) - 1), anyBeyond) == idle;
    }

    /// One past the last character of the first match at or after `from`, [#NOWHERE] or
    /// [#GIVEN_UP].
    int end(String text, int from) {
        int[] known = table;
        byte[] numbers = latin;
        int row = starts[Neighbour.at(text, from - 1).ordinal()];
        int length = text.length();
        int end = NOWHERE;
        int at = from;
        while (at < length) {
            if (row <= idle && isDull(text.charAt(at))) {
                at = passed(text, at + 1);
                row = starts[Neighbour.at(text, at - 1).ordinal()];
                if (at == length) {
                    break;
                }
            }
            char c = text.charAt(at);
            int next =
                    c < 256
                            ? known[row + (numbers[c] & 0xff)]
                            : Character.isSurrogate(c) ? 0 : known[row + classes.of(c)];
            if (next > 0) {
                row = next;
                at++;
                if (row == lineRow) {
                    at = text.indexOf('\n', at);
                    if (at < 0) {
                        break;
                    }
                }
                continue;
            }
            int width = 1;
            if (next == 0) {
                width = isPair(text, at) ? 2 : 1;
                next = width == 2 ? beyond(row, text.codePointAt(at)) : follower(row, of(c));
                if (next == 0) {
                    return GIVEN_UP;
                }
                known = table;
            }
            if (next < 0) {
                next = -next;
                if ((next & MATCHED) != 0) {
                    end = at;
                }
                if ((next & DEAD) != 0) {
                    return end;
                }
                next &= ~FLAGS;
            }
            row = next;
            at += width;
        }
        int last = follower(row, classes.count());
        if (last == 0) {
            return GIVEN_UP;
        }
        return last < 0 && (-last & MATCHED) != 0 ? length : end;
    }

    private boolean isDull(char c) {
        return c < 256 && dull[c];
    }

    /// The first character at or after a place that is not dull; the text's length where none is.
    /// One look a character that waits for no other, where the automaton's steps wait for each
    /// other.
    private int passed(String text, int from) {
        boolean[] known = dull;
        int length = text.length();
        int at = from;
        while (at < length) {
            char c = text.charAt(at);
            if (c >= 256 || !known[c]) {
                return at;
            }
            at++;
        }
        return at;
    }

    private int of(char c) {
        return c < 256 ? latin[c] & 0xff : classes.of(c);
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    /// The first character of the longest match that ends at `end` and starts at or after `from`.
    int start(String text, int from, int end) {
        int row = starts[Neighbour.at(text, end).ordinal()];
        int start = NOWHERE;
        int at = end;
        while (at >= from) {
            int code = at == 0 ? 0 : text.codePointBefore(at);
            int next;
            if (at == 0) {
                next = follower(row, classes.count());
            } else {
                next = code < CodeSet.PLANE ? follower(row, of((char) code)) : beyond(row, code);
            }
            if (next == 0) {
                return GIVEN_UP;
            }
            int flags = next < 0 ? -next & FLAGS : 0;
            if ((flags & MATCHED) != 0) {
                start = at;
            }
            if ((flags & DEAD) != 0) {
                break;
            }
            row = Math.abs(next) & ~FLAGS;
            at -= Character.charCount(code);
        }
        return start;
    }

    /// The entry that follows a row on a class, which is made where it is missing; 0 when given up.
    private int follower(int row, int number) {
        int known = table[row + number];
        return known == 0 ? make(row, number) : known;
    }

    private synchronized int make(int row, int number) {
        long signature = number == classes.count() ? 0 : classes.signature(number);
        int next = made(states.get((row >> shift) - 1), signature);
        table[row + number] = next;
        return next;
    }

    private int beyond(int row, int code) {
        long signature = classes.signatureBeyond(code);
        int number = classes.withSignature(signature);
        return number >= 0 ? follower(row, number) : makeBeyond(row, signature);
    }

    private synchronized int makeBeyond(int row, long signature) {
        return made(states.get((row >> shift) - 1), signature);
    }

    /// What follows a state on a character; signature 0 is the text's edge.
    private int made(State state, long signature) {
        Neighbour after = CharacterClasses.neighbour(signature);
        Closure closure = new Closure(program, longest, state.before(), after);
        closure.explore(state.instructions());
        return row(new State(closure.after(signature), seen(after), closure.isMatched()));
    }

    /// A neighbour, as far as this program's assertions tell neighbours apart.
    private Neighbour seen(Neighbour neighbour) {
        Set<Assertion> asked = program.assertions();
        boolean words =
                asked.contains(Assertion.WORD_EDGE) || asked.contains(Assertion.NO_WORD_EDGE);
        boolean lines = asked.contains(Assertion.LINE_START);
        boolean tells =
                switch (neighbour) {
                    case WORD -> words;
                    case NEWLINE -> lines;
                    case NONE -> lines || asked.contains(Assertion.TEXT_START);
                    case OTHER -> true;
                };
        return tells ? neighbour : Neighbour.OTHER;
    }

    /// The entry that leads to a state; 0 where there are too many.
    private synchronized int row(State state) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        if (states.size() >= MOST_STATES) {
            givenUp = true;
            return 0;
        }
        states.add(state);
        int row = states.size() << shift;
        if (row + (1 << shift) > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
        }
        int flags = (state.matched() ? MATCHED : 0) | (state.instructions().isEmpty() ? DEAD : 0);
        int entry = flags == 0 ? row : -(row | flags);
        rows.put(state, entry);
        return entry;
    }
}
