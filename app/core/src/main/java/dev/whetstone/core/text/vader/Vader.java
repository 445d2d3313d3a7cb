package dev.whetstone.core.text.vader;

import dev.whetstone.core.text.TextFeatures;
import java.util.List;

/// VADER (Hutto and Gilbert 2014), as vaderSentiment 3.3.2 computes it, with what that does
/// besides what the paper says. Compound c = s / sqrt(s^2 + 15), where s sums the words' valences
/// and the emphasis of `!` and `?`.
public final class Vader {
    private static final double NORMAL = 15;
    private static final double CAPITALS = 0.733;
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double QUESTION = 0.18;
    private static final int MOST_QUESTIONS = 3;
    private static final double MANY_QUESTIONS = 0.96;

    private Vader() {}

    public static VaderScores of(TextFeatures text) {
        return text.memo(Vader.class, t -> measure(t.text()));
    }

    private static VaderScores measure(String text) {
        VaderLexicon lexicon = VaderLexicon.published();
        VaderWords words = VaderWords.of(text, lexicon);
        if (words.count() == 0) {
            return VaderScores.NONE;
        }
        Valence valence = new Valence(words, lexicon);
        double[] felt = new double[words.count()];
        for (int i = 0; i < felt.length; i++) {
            felt[i] = isDegree(words, i, lexicon) ? 0 : valence.of(i);
        }
        weighBut(words.lower(), felt);
        return scores(felt, emphasis(text));
    }

    private static boolean isDegree(VaderWords words, int index, VaderLexicon lexicon) {
        String word = words.word(index);
        return lexicon.degrees().containsKey(word)
                || word.equals("kind")
                        && index + 1 < words.count()
                        && words.word(index + 1).equals("of");
    }

    static double capitals(double valence) {
        return valence > 0 ? CAPITALS : -CAPITALS;
    }

    /// Words before the first "but" count half, words after it half as much again. As published,
    /// of several equal valences the first one is changed each time.
    private static void weighBut(List<String> words, double[] felt) {
        int but = words.indexOf("but");
        if (but < 0) {
            return;
        }
        for (int i = 0; i < felt.length; i++) {
            int first = 0;
            while (felt[first] != felt[i]) {
                first++;
            }
            if (first != but) {
                felt[first] *= first < but ? BEFORE_BUT : AFTER_BUT;
            }
        }
    }

    private static double emphasis(String text) {
        int exclamations = 0;
        int questions = 0;
        for (int at = 0; at < text.length(); at++) {
            exclamations += text.charAt(at) == '!' ? 1 : 0;
            questions += text.charAt(at) == '?' ? 1 : 0;
        }
        double asked =
                questions <= 1
                        ? 0
                        : questions <= MOST_QUESTIONS ? questions * QUESTION : MANY_QUESTIONS;
        return Math.min(exclamations, MOST_EXCLAMATIONS) * EXCLAMATION + asked;
    }

    private static VaderScores scores(double[] felt, double emphasis) {
        double sum = 0;
        double positive = 0;
        double negative = 0;
        int neutral = 0;
        for (double each : felt) {
            sum += each;
            if (each > 0) {
                positive += each + 1;
            } else if (each < 0) {
                negative += 1 - each;
            } else {
                neutral++;
            }
        }
        sum += Math.signum(sum) * emphasis;
        if (positive > negative) {
            positive += emphasis;
        } else if (positive < negative) {
            negative += emphasis;
        }
        double total = positive + negative + neutral;
        return new VaderScores(
                negative / total,
                neutral / total,
                positive / total,
                sum / Math.sqrt(sum * sum + NORMAL));
    }
}
