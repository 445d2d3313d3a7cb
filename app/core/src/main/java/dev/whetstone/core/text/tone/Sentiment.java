package dev.whetstone.core.text.tone;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Feeling of a text's words: a lexicon of our own gives valences from -3 to 3; a booster before a
/// word makes it half as strong again; a negation up to three words before it turns it round and
/// weakens it to 0.7. With p and n the sums of positive and negative valences the result is
/// (p - n) / (p + n + 4), from -1 to 1; 0 where nothing is felt.
public final class Sentiment {
    private static final double DAMPING = 4;
    private static final double NEGATED = -0.7;
    private static final double BOOSTED = 1.5;
    private static final int WINDOW = 3;
    private static final Set<String> NEGATIONS =
            Set.of(
                    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without",
                    "hardly", "barely", "cannot", "isn't", "aren't", "wasn't", "weren't", "don't",
                    "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't",
                    "hasn't", "haven't", "hadn't", "ain't");
    private static final Set<String> BOOSTERS =
            Set.of(
                    "very", "really", "extremely", "so", "too", "totally", "absolutely",
                    "completely", "utterly", "incredibly", "deeply", "highly", "truly");
    private static final Map<String, Double> LEXICON = lexicon();

    private Sentiment() {}

    public static double of(TextFeatures text) {
        return text.memo("sentiment", Sentiment::measure);
    }

    private static double measure(TextFeatures text) {
        Words words = text.words();
        String[] folded = new String[words.count()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Chars.fold(text.text().substring(words.start(i), words.end(i)));
        }
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < folded.length; i++) {
            Double valence = LEXICON.get(folded[i]);
            if (valence != null) {
                double felt = inContext(valence, folded, i);
                positive += Math.max(felt, 0);
                negative += Math.max(-felt, 0);
            }
        }
        return (positive - negative) / (positive + negative + DAMPING);
    }

    private static double inContext(double valence, String[] words, int index) {
        double felt = valence;
        for (int back = 1; back <= WINDOW && back <= index; back++) {
            String before = words[index - back];
            if (NEGATIONS.contains(before)) {
                return felt * NEGATED;
            }
            if (back == 1 && BOOSTERS.contains(before)) {
                felt *= BOOSTED;
            }
        }
        return felt;
    }

    private static Map<String, Double> lexicon() {
        Map<String, Double> lexicon = new HashMap<>();
        for (String line : Resources.lines(Sentiment.class, "sentiment.txt")) {
            int colon = line.indexOf(':');
            double valence = Double.parseDouble(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split("\\s+")) {
                lexicon.put(word, valence);
            }
        }
        return Map.copyOf(lexicon);
    }
}
