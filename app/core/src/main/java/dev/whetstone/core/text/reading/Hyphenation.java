package dev.whetstone.core.text.reading;

import dev.whetstone.core.text.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where an American English word may be hyphenated: Liang's method (1983) over the patterns of the
/// Hyphen library, in a trie. As Pyphen, two letters stay together at either end.
final class Hyphenation {
    private static final int LEFT = 2;
    private static final int RIGHT = 2;
    private static final int LETTERS = 128;
    private static final int NONE = -1;

    private static final class Holder {
        static final Hyphenation AMERICAN =
                new Hyphenation(Resources.lines(Hyphenation.class, "hyphenation.txt"));
    }

    private final List<int[]> children = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();

    private Hyphenation(List<String> patterns) {
        node();
        patterns.forEach(this::add);
    }

    static Hyphenation american() {
        return Holder.AMERICAN;
    }

    private int node() {
        children.add(new int[0]);
        values.add(new byte[0]);
        return children.size() - 1;
    }

    /// A digit stands before the letter that it speaks of; those of ligatures are left out.
    private void add(String pattern) {
        byte[] points = new byte[pattern.length() + 1];
        int at = 0;
        int node = 0;
        for (char c : pattern.toCharArray()) {
            if (c >= '0' && c <= '9') {
                points[at] = (byte) (c - '0');
            } else if (c < LETTERS) {
                node = child(node, c);
                at++;
            } else {
                return;
            }
        }
        values.set(node, Arrays.copyOf(points, at + 1));
    }

    private int child(int node, char c) {
        int[] own = children.get(node);
        if (own.length == 0) {
            own = new int[LETTERS];
            Arrays.fill(own, NONE);
            children.set(node, own);
        }
        if (own[c] == NONE) {
            own[c] = node();
        }
        return own[c];
    }

    /// How many places there are.
    ///
    /// @param word in lower case
    int count(String word) {
        String pointed = "." + word + ".";
        byte[] points = new byte[pointed.length() + 1];
        for (int start = 0; start < pointed.length(); start++) {
            int node = 0;
            for (int at = start; at < pointed.length(); at++) {
                int[] own = children.get(node);
                char c = pointed.charAt(at);
                if (own.length == 0 || c >= LETTERS || own[c] == NONE) {
                    break;
                }
                node = own[c];
                raise(points, start, values.get(node));
            }
        }
        int count = 0;
        for (int at = LEFT; at <= word.length() - RIGHT; at++) {
            count += points[at + 1] & 1;
        }
        return count;
    }

    private static void raise(byte[] points, int start, byte[] least) {
        for (int i = 0; i < least.length; i++) {
            points[start + i] = (byte) Math.max(points[start + i], least[i]);
        }
    }
}
