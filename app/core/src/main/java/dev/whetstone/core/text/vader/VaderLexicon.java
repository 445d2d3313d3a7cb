package dev.whetstone.core.text.vader;

import dev.whetstone.core.text.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists of vaderSentiment 3.3.2: valences of words, descriptions of emoji, words of
/// degree, negations and idioms.
///
/// @param valences by lower-case word, from -4 to 4
/// @param emoji what each is called, by code point
/// @param degrees how much a word or pair of words before another adds to its valence
/// @param idioms the valence of a phrase
record VaderLexicon(
        Map<String, Double> valences,
        Map<Integer, String> emoji,
        Map<String, Double> degrees,
        Set<String> negations,
        Map<String, Double> idioms) {
    private static final class Holder {
        static final VaderLexicon PUBLISHED = read();
    }

    static VaderLexicon published() {
        return Holder.PUBLISHED;
    }

    private static VaderLexicon read() {
        Map<String, Double> valences = new HashMap<>();
        for (String[] row : rows("lexicon.tsv")) {
            valences.put(row[0], Double.valueOf(row[1]));
        }
        Map<Integer, String> emoji = new HashMap<>();
        for (String[] row : rows("emoji.tsv")) {
            emoji.put(row[0].codePointAt(0), row[1]);
        }
        Map<String, Double> degrees = new HashMap<>();
        Map<String, Double> idioms = new HashMap<>();
        Set<String> negations = new HashSet<>();
        for (String[] row : rows("modifiers.tsv")) {
            switch (row[0]) {
                case "negation" -> negations.add(row[1]);
                case "degree" -> degrees.put(row[1], Double.valueOf(row[2]));
                case "idiom" -> idioms.put(row[1], Double.valueOf(row[2]));
                default -> throw new IllegalStateException("unknown modifier " + row[0]);
            }
        }
        return new VaderLexicon(
                Map.copyOf(valences),
                Map.copyOf(emoji),
                Map.copyOf(degrees),
                Set.copyOf(negations),
                Map.copyOf(idioms));
    }

    private static List<String[]> rows(String name) {
        return Resources.lines(VaderLexicon.class, name).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    boolean knows(String word) {
        return valences.containsKey(word);
    }

    boolean isNegation(String word) {
        return negations.contains(word) || word.contains("n't");
    }
}
