package dev.whetstone.core.text.lang;

import dev.whetstone.core.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How likely each language makes each trigram: smoothed frequencies of passages. A trigram is
/// looked up once for all languages.
final class TrigramProfiles {
    private static final double SMOOTHING = 0.3;

    /// A common vocabulary size makes profiles from passages of unequal length comparable.
    private static final int VOCABULARY = 20_000;

    private final List<Language> languages;
    private final Map<Integer, double[]> logs = new HashMap<>();
    private final double[] unseen;

    /// @param passages trigrams of each language's passage
    TrigramProfiles(Map<Language, List<Integer>> passages) {
        languages = new ArrayList<>(passages.keySet());
        List<List<Integer>> texts = new ArrayList<>(passages.values());
        unseen =
                texts.stream()
                        .mapToDouble(passage -> Math.log(SMOOTHING / total(passage)))
                        .toArray();
        for (int k = 0; k < texts.size(); k++) {
            int place = k;
            double total = total(texts.get(k));
            Map<Integer, Integer> counts = new HashMap<>();
            texts.get(k).forEach(trigram -> counts.merge(trigram, 1, Integer::sum));
            counts.forEach(
                    (trigram, count) ->
                            logs.computeIfAbsent(trigram, any -> unseen.clone())[place] =
                                    Math.log((count + SMOOTHING) / total));
        }
    }

    private static double total(List<Integer> passage) {
        return passage.size() + SMOOTHING * VOCABULARY;
    }

    /// The language that makes the trigrams likeliest, the first of equals.
    Language likeliest(List<Integer> trigrams) {
        double[] scores = new double[unseen.length];
        for (int trigram : trigrams) {
            double[] each = logs.getOrDefault(trigram, unseen);
            for (int k = 0; k < scores.length; k++) {
                scores[k] += each[k];
            }
        }
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return languages.get(best);
    }
}
