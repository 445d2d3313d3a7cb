package dev.whetstone.core.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words, and pairs of neighbouring words, that stand in one response of a choice and not in the
/// other.
public final class ContrastWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}]+)*");

    /// With more, the test of many things needs more evidence than projects have.
    private static final int MOST = 2000;

    private ContrastWords() {}

    /// The words worth testing, chosen without looking at which side was chosen, so that a test of
    /// the side stays a test.
    ///
    /// @param least choices of which a word must stand in one response only
    /// @return evidence that the response with the word is the chosen one, by word in lower case
    public static Map<String, Evidence> of(List<Contrast> choices, int least) {
        Map<String, Integer> frequency = new HashMap<>();
        List<Split> splits = new ArrayList<>();
        int groups = 0;
        for (Contrast choice : choices) {
            Split split = Split.of(choice);
            splits.add(split);
            split.chosenOnly().forEach(word -> frequency.merge(word, 1, Integer::sum));
            split.otherOnly().forEach(word -> frequency.merge(word, 1, Integer::sum));
            groups = Math.max(groups, choice.group() + 1);
        }
        Map<String, int[]> nets = new LinkedHashMap<>();
        for (String word : frequent(frequency, least)) {
            nets.put(word, new int[groups]);
        }
        for (Split split : splits) {
            split.chosenOnly().forEach(word -> count(nets, word, split.group(), 1));
            split.otherOnly().forEach(word -> count(nets, word, split.group(), -1));
        }
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        nets.forEach((word, net) -> evidence.put(word, Evidence.of(net)));
        return evidence;
    }

    private static List<String> frequent(Map<String, Integer> frequency, int least) {
        return frequency.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void count(Map<String, int[]> nets, String word, int group, int sign) {
        int[] net = nets.get(word);
        if (net != null) {
            net[group] += sign;
        }
    }

    private record Split(Set<String> chosenOnly, Set<String> otherOnly, int group) {
        static Split of(Contrast choice) {
            Set<String> chosen = words(choice.chosen());
            Set<String> other = words(choice.other());
            Set<String> both = new HashSet<>(chosen);
            both.retainAll(other);
            chosen.removeAll(both);
            other.removeAll(both);
            return new Split(chosen, other, choice.group());
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        String before = "";
        int end = -2;
        while (matcher.find()) {
            String word = matcher.group().replace('\u2019', '\'');
            words.add(word);
            if (matcher.start() == end + 1 && text.charAt(end) == ' ') {
                words.add(before + " " + word);
            }
            before = word;
            end = matcher.end();
        }
        return words;
    }
}
