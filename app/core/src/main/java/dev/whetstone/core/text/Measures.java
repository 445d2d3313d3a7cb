package dev.whetstone.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts and shares over one or two texts.
public final class Measures {
    private static final int COPY_RUN = 5;

    private Measures() {}

    /// How many `!` the text has.
    public static int exclamations(TextFeatures text) {
        int count = 0;
        String chars = text.text();
        for (int at = chars.indexOf('!'); at >= 0; at = chars.indexOf('!', at + 1)) {
            count++;
        }
        return count;
    }

    /// Words of two or more capital letters A to Z that are not common acronyms.
    public static int capsWords(TextFeatures text) {
        Words words = text.words();
        if (words.capitals() == 0) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < words.count(); i++) {
            count += isCaps(text.text(), words, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean isCaps(String text, Words words, int index) {
        int start = words.start(index);
        int end = words.end(index);
        if (end - start < 2) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return !Acronyms.COMMON.contains(text.substring(start, end));
    }

    /// Emoji, counting a joined or modified sequence once.
    public static int emojis(TextFeatures text) {
        int count = 0;
        String chars = text.text();
        boolean joined = false;
        for (int at = 0; at < chars.length(); ) {
            if (chars.charAt(at) < 0x203c) {
                joined = chars.charAt(at) == 0x200d;
                at++;
                continue;
            }
            int code = chars.codePointAt(at);
            if (Character.isEmojiPresentation(code) && !Character.isEmojiModifier(code)) {
                count += joined ? 0 : 1;
            }
            joined = code == 0x200d;
            at += Character.charCount(code);
        }
        return count;
    }

    /// Words outside code blocks and tables.
    public static int proseWords(TextFeatures text) {
        Words words = text.words();
        int count = 0;
        for (int i = 0; i < words.count(); i++) {
            count += text.structure().isProse(words.start(i)) ? 1 : 0;
        }
        return count;
    }

    /// Jaccard similarity of the sets of content words; 0 where both are empty.
    public static double overlap(TextFeatures left, TextFeatures right) {
        Set<Integer> first = contentWords(left);
        Set<Integer> second = contentWords(right);
        int common = 0;
        for (int word : first) {
            common += second.contains(word) ? 1 : 0;
        }
        int union = first.size() + second.size() - common;
        return union == 0 ? 0 : (double) common / union;
    }

    private static Set<Integer> contentWords(TextFeatures text) {
        return text.memo(
                "content words",
                t -> {
                    Set<Integer> found = new HashSet<>();
                    Words words = t.words();
                    for (int i = 0; i < words.count(); i++) {
                        if (!Acronyms.FUNCTION_WORDS.contains(words.hash(i))) {
                            found.add(words.hash(i));
                        }
                    }
                    return found;
                });
    }

    /// Share of a text's runs of five words that occur in another; 0 for fewer than five words.
    public static double copiedShare(TextFeatures text, TextFeatures source) {
        Words words = text.words();
        int runs = words.count() - COPY_RUN + 1;
        if (runs <= 0) {
            return 0;
        }
        Set<Long> known = new HashSet<>();
        for (int i = 0; i + COPY_RUN <= source.words().count(); i++) {
            known.add(run(source.words(), i, COPY_RUN));
        }
        int copied = 0;
        for (int i = 0; i < runs; i++) {
            copied += known.contains(run(words, i, COPY_RUN)) ? 1 : 0;
        }
        return (double) copied / runs;
    }

    private static long run(Words words, int start, int length) {
        long hash = 17;
        for (int i = start; i < start + length; i++) {
            hash = hash * 0x100000001B3L ^ words.hash(i);
        }
        return hash;
    }

    /// Words in the longest run that occurs in both texts.
    public static int longestCopy(TextFeatures text, TextFeatures source) {
        Words first = text.words();
        Words second = source.words();
        Map<Integer, int[]> places = places(second);
        int[] lengths = new int[second.count() + 1];
        int[] previous = new int[second.count() + 1];
        int longest = 0;
        for (int i = 0; i < first.count(); i++) {
            int[] here = places.getOrDefault(first.hash(i), NOWHERE);
            for (int j : here) {
                lengths[j + 1] = previous[j] + 1;
                longest = Math.max(longest, lengths[j + 1]);
            }
            if (i > 0) {
                for (int j : places.getOrDefault(first.hash(i - 1), NOWHERE)) {
                    previous[j + 1] = 0;
                }
            }
            int[] swapped = previous;
            previous = lengths;
            lengths = swapped;
        }
        return longest;
    }

    private static final int[] NOWHERE = {};

    /// The indexes of each word, by its hash.
    private static Map<Integer, int[]> places(Words words) {
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < words.count(); i++) {
            lists.computeIfAbsent(words.hash(i), _ -> new ArrayList<>()).add(i);
        }
        Map<Integer, int[]> places = new HashMap<>();
        lists.forEach(
                (hash, list) ->
                        places.put(hash, list.stream().mapToInt(Integer::intValue).toArray()));
        return places;
    }

    /// Share of runs of n words that occurred before in the text; 0 for fewer than n words.
    public static double repeatedShare(TextFeatures text, int n) {
        Words words = text.words();
        int runs = words.count() - n + 1;
        if (runs <= 0) {
            return 0;
        }
        Set<Long> seen = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i < runs; i++) {
            repeated += seen.add(run(words, i, n)) ? 0 : 1;
        }
        return (double) repeated / runs;
    }
}
