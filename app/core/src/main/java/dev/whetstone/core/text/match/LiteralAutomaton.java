package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Finds which of many literals occur in a text, in one pass over it (Aho and Corasick, "Efficient
/// string matching", 1975, with all transitions filled in). Literals and text are compared in
/// folded characters.
final class LiteralAutomaton {
    private static final int PAGE = 256;

    private final byte[][] pages = new byte[(1 << 16) / PAGE][];
    private final int width;
    private final int[] next;
    private final int[][] found;
    private final int literals;
    private final int longest;

    /// @param literals in folded characters, of at most 250 different ones
    LiteralAutomaton(List<String> literals) {
        this.literals = literals.size();
        this.longest = literals.stream().mapToInt(String::length).max().orElse(0);
        this.width = number(literals);
        int[] table = new int[width * (1 + literals.stream().mapToInt(String::length).sum())];
        Arrays.fill(table, -1);
        List<List<Integer>> ends = new ArrayList<>();
        ends.add(new ArrayList<>());
        for (int id = 0; id < literals.size(); id++) {
            int state = 0;
            for (char c : literals.get(id).toCharArray()) {
                int edge = state * width + of(c);
                if (table[edge] < 0) {
                    table[edge] = ends.size();
                    ends.add(new ArrayList<>());
                }
                state = table[edge];
            }
            ends.get(state).add(id);
        }
        complete(table, ends);
        this.next = table;
        this.found =
                ends.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    int size() {
        return literals;
    }

    /// Numbers the literals' characters from 1; all others are 0.
    private int number(List<String> of) {
        byte[] numbers = new byte[1 << 16];
        int count = 1;
        for (String literal : of) {
            for (char c : literal.toCharArray()) {
                if (numbers[c] == 0) {
                    numbers[c] = (byte) count++;
                }
            }
        }
        byte[] last = {};
        for (int page = 0; page < pages.length; page++) {
            byte[] filled = new byte[PAGE];
            for (int i = 0; i < PAGE; i++) {
                filled[i] = numbers[Chars.fold((char) (page * PAGE + i))];
            }
            last = Arrays.equals(last, filled) ? last : filled;
            pages[page] = last;
        }
        return count;
    }

    private int of(char c) {
        return pages[c >>> 8][c & (PAGE - 1)] & 0xff;
    }

    /// Fills in where each state goes on when its own branch ends, and multiplies states by the
    /// width, so that a step is one addition and one look.
    private void complete(int[] table, List<List<Integer>> ends) {
        int[] failure = new int[ends.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < width; i++) {
            if (table[i] < 0) {
                table[i] = 0;
            } else {
                open.add(table[i]);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            ends.get(state).addAll(ends.get(failure[state]));
            for (int i = 0; i < width; i++) {
                int edge = state * width + i;
                int fallback = table[failure[state] * width + i];
                if (table[edge] < 0) {
                    table[edge] = fallback;
                } else {
                    failure[table[edge]] = fallback;
                    open.add(table[edge]);
                }
            }
        }
        for (int edge = 0; edge < ends.size() * width; edge++) {
            boolean hit = !ends.get(table[edge]).isEmpty();
            table[edge] = table[edge] * width * (hit ? -1 : 1);
        }
    }

    /// One bit a literal, by its index. The text's halves are read side by side, because a step
    /// waits for the one before it.
    long[] in(String text) {
        long[] hits = new long[(literals + 63) / 64];
        int length = text.length();
        int middle = length / 2;
        int first = 0;
        int second = 0;
        // what begins in the first half and ends in the second is found there
        int at = Math.max(0, middle - longest);
        for (int i = 0; i < middle; i++, at++) {
            first = step(first, text.charAt(i));
            second = step(second, text.charAt(at));
            if ((first | second) < 0) {
                first = noted(first, hits);
                second = noted(second, hits);
            }
        }
        for (; at < length; at++) {
            second = noted(step(second, text.charAt(at)), hits);
        }
        return hits;
    }

    private int step(int state, char c) {
        return next[state + ((c < PAGE ? pages[0][c] : pages[c >>> 8][c & (PAGE - 1)]) & 0xff)];
    }

    /// The state itself, once the literals that end there are noted.
    private int noted(int state, long[] hits) {
        if (state >= 0) {
            return state;
        }
        for (int id : found[-state / width]) {
            hits[id >>> 6] |= 1L << id;
        }
        return -state;
    }
}
