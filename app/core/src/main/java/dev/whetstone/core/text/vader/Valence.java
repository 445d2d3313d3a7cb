package dev.whetstone.core.text.vader;

import java.util.List;

/// The valence of one word among those around it: words of degree, negations and idioms up to three
/// words before it.
final class Valence {
    private static final double NEGATED = -0.74;
    private static final double NEVER_SO = 1.25;
    private static final int BEFORE = 3;

    /// What is left of a degree so many words before the word.
    private static final double[] FADING = {1, 0.95, 0.9};

    private final VaderWords words;
    private final VaderLexicon lexicon;

    Valence(VaderWords words, VaderLexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
    }

    /// 0 for a word that the lexicon does not hold.
    double of(int index) {
        String word = words.word(index);
        Double known = lexicon.valences().get(word);
        if (known == null) {
            return 0;
        }
        double valence = afterNo(index, known);
        if (words.capitals()[index]) {
            valence += Vader.capitals(valence);
        }
        for (int back = 1; back <= Math.min(BEFORE, index); back++) {
            String before = words.word(index - back);
            if (!lexicon.knows(before)) {
                valence += FADING[back - 1] * degree(index - back, valence);
                valence = negated(valence, index, back);
                if (back == BEFORE) {
                    valence = idiom(valence, index);
                }
            }
        }
        return least(valence, index);
    }

    /// "no" before a word of the lexicon turns that round and says nothing itself.
    private double afterNo(int index, double known) {
        double valence = known;
        if (words.word(index).equals("no")
                && index + 1 < words.count()
                && lexicon.knows(words.word(index + 1))) {
            valence = 0;
        }
        boolean near = is(index - 1, "no") || is(index - 2, "no");
        boolean joined = is(index - 3, "no") && (is(index - 1, "or") || is(index - 1, "nor"));
        return near || joined ? known * NEGATED : valence;
    }

    private double degree(int index, double valence) {
        Double known = lexicon.degrees().get(words.word(index));
        if (known == null) {
            return 0;
        }
        double degree = valence < 0 ? -known : known;
        return words.capitals()[index] ? degree + Vader.capitals(valence) : degree;
    }

    private double negated(double valence, int index, int back) {
        String before = words.word(index - back);
        return switch (back) {
            case 1 -> lexicon.isNegation(before) ? valence * NEGATED : valence;
            case 2 -> {
                if (before.equals("never") && isSo(index - 1)) {
                    yield valence * NEVER_SO;
                }
                boolean doubt = before.equals("without") && is(index - 1, "doubt");
                yield !doubt && lexicon.isNegation(before) ? valence * NEGATED : valence;
            }
            default -> {
                if (before.equals("never") && isSo(index - 2) || isSo(index - 1)) {
                    yield valence * NEVER_SO;
                }
                boolean doubt =
                        before.equals("without")
                                && (is(index - 2, "doubt") || is(index - 1, "doubt"));
                yield !doubt && lexicon.isNegation(before) ? valence * NEGATED : valence;
            }
        };
    }

    private boolean isSo(int index) {
        return is(index, "so") || is(index, "this");
    }

    private double idiom(double valence, int index) {
        List<String> around =
                List.of(
                        words(index - 1, index),
                        words(index - 2, index),
                        words(index - 2, index - 1),
                        words(index - 3, index - 1),
                        words(index - 3, index - 2));
        double found = valence;
        for (String phrase : around) {
            Double known = lexicon.idioms().get(phrase);
            if (known != null) {
                found = known;
                break;
            }
        }
        for (int end = index + 1; end <= index + 2 && end < words.count(); end++) {
            found = lexicon.idioms().getOrDefault(words(index, end), found);
        }
        found += lexicon.degrees().getOrDefault(words(index - 3, index - 1), 0.0);
        found += lexicon.degrees().getOrDefault(words(index - 3, index - 2), 0.0);
        return found + lexicon.degrees().getOrDefault(words(index - 2, index - 1), 0.0);
    }

    /// "least" turns the next word round, except in "at least" and "very least".
    private double least(double valence, int index) {
        boolean turned =
                is(index - 1, "least")
                        && !lexicon.knows("least")
                        && !is(index - 2, "at")
                        && !is(index - 2, "very");
        return turned ? valence * NEGATED : valence;
    }

    private boolean is(int index, String word) {
        return index >= 0 && words.word(index).equals(word);
    }

    private String words(int from, int to) {
        return String.join(" ", words.lower().subList(from, to + 1));
    }
}
