package dev.whetstone.resources.sample.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Exclamation marks and words in capitals, put into finished sentences.
final class Heat {
    private final Set<String> emphasis;

    /// @param emphasis words that may stand in capitals, in lower case
    Heat(Set<String> emphasis) {
        this.emphasis = emphasis;
    }

    /// Ends one to three sentences with an exclamation mark; false when none could.
    static boolean exclaim(List<String> blocks, RandomGenerator random) {
        List<Integer> fit = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!Draft.isList(blocks.get(i)) && blocks.get(i).endsWith(".")) {
                fit.add(i);
            }
        }
        MessageGrammar.shuffle(fit, random);
        int count = Math.min(fit.size(), 1 + random.nextInt(3));
        for (int i : fit.subList(0, count)) {
            String sentence = blocks.get(i);
            blocks.set(i, sentence.substring(0, sentence.length() - 1) + "!");
        }
        return count > 0;
    }

    /// Sets one word in capitals in one or two sentences; false when no sentence has a fit word.
    boolean shout(List<String> blocks, RandomGenerator random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!Draft.isList(blocks.get(i))) {
                order.add(i);
            }
        }
        MessageGrammar.shuffle(order, random);
        int wanted = 1 + random.nextInt(2);
        int done = 0;
        for (int i : order) {
            List<String> words = List.of(blocks.get(i).split(" "));
            List<Integer> fit = new ArrayList<>();
            for (int w = 0; w < words.size(); w++) {
                if (emphasis.contains(bare(words.get(w)))) {
                    fit.add(w);
                }
            }
            if (!fit.isEmpty() && done < wanted) {
                int chosen = fit.get(random.nextInt(fit.size()));
                blocks.set(i, shout(words, chosen));
                done++;
            }
        }
        return done > 0;
    }

    private static String shout(List<String> words, int chosen) {
        List<String> loud = new ArrayList<>(words);
        loud.set(chosen, loud.get(chosen).toUpperCase(Locale.ROOT));
        return loud.stream().collect(Collectors.joining(" "));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[.,!?:]$", "");
    }
}
