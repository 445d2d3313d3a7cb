package dev.whetstone.core.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The words that set each group of texts apart: those with the greatest z-score of the
/// log-odds ratio against the texts of all other groups, under a Dirichlet prior of the words
/// of all (Monroe, Colaresi and Quinn 2008). A word counts once a text.
public final class GroupNames {
    /// z-score from which a word sets a group apart.
    private static final double LEAST_Z = 1.64;

    private static final double PRIOR_WORDS = 50;

    private GroupNames() {}

    /// @param groupOf each text's group, 0 to `groups` - 1
    /// @param most words a group
    /// @return by group, its words, most telling first; fewer, or none, where none stands out
    public static List<List<String>> of(List<String> texts, int[] groupOf, int groups, int most) {
        Map<String, int[]> counts = new HashMap<>();
        double[] totals = new double[groups];
        for (int i = 0; i < texts.size(); i++) {
            for (String word : new HashSet<>(ContentWords.of(texts.get(i)))) {
                counts.computeIfAbsent(word, w -> new int[groups])[groupOf[i]]++;
                totals[groupOf[i]]++;
            }
        }
        double total = 0;
        for (double of : totals) {
            total += of;
        }
        List<List<String>> names = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            List<Scored> scored = new ArrayList<>();
            for (Map.Entry<String, int[]> entry : counts.entrySet()) {
                double z = z(entry.getValue(), g, totals[g], total);
                if (entry.getValue()[g] > 1 && z >= LEAST_Z) {
                    scored.add(new Scored(entry.getKey(), z));
                }
            }
            scored.sort(
                    Comparator.comparingDouble((Scored s) -> -s.z()).thenComparing(Scored::word));
            names.add(distinct(scored, most));
        }
        return names;
    }

    private record Scored(String word, double z) {}

    /// Of forms of one word, such as "claim" and "claims", the most telling.
    private static List<String> distinct(List<Scored> scored, int most) {
        List<String> kept = new ArrayList<>();
        for (Scored each : scored) {
            boolean known =
                    kept.stream()
                            .anyMatch(
                                    word ->
                                            word.startsWith(each.word())
                                                    || each.word().startsWith(word));
            if (!known && kept.size() < most) {
                kept.add(each.word());
            }
        }
        return kept;
    }

    private static double z(int[] counts, int group, double inGroup, double total) {
        double all = 0;
        for (int count : counts) {
            all += count;
        }
        double prior = PRIOR_WORDS * all / total;
        double here = counts[group] + prior;
        double there = all - counts[group] + prior;
        double hereElse = inGroup + PRIOR_WORDS - here;
        double thereElse = total - inGroup + PRIOR_WORDS - there;
        return (Math.log(here / hereElse) - Math.log(there / thereElse))
                / Math.sqrt(1 / here + 1 / there);
    }
}
