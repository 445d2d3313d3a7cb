package dev.whetstone.core.text.diversity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Different words among all words, counted over lemmas as lexical-diversity 0.1.1 counts: a fixed
/// list of punctuation marks is deleted, and what single blanks part are tokens, an empty one
/// before a leading blank included.
///
/// @param tokens 0 for a text in which nothing is left; all measures are NaN then
/// @param types different lemmas
/// @param ttr types / tokens
/// @param rootTtr types / sqrt(tokens) (Guiraud 1954)
/// @param logTtr log types / log tokens (Herdan 1964); 0 for a single token
/// @param mtld tokens in a row until the type-token ratio falls below .72, at least ten, the mean
///     of both directions (McCarthy and Jarvis 2010); 0 where no token repeats
public record LexicalDiversity(
        int tokens, int types, double ttr, double rootTtr, double logTtr, double mtld) {
    private static final double FACTOR = .72;
    private static final int SHORTEST_SEGMENT = 10;
    private static final String DELETED = "'.,?!)(%/-_:;";
    private static final List<String> DELETED_TOKENS = List.of("``", "SYM");

    public static LexicalDiversity of(TextFeatures text) {
        return text.memo(LexicalDiversity.class, t -> measure(t.text()));
    }

    private static LexicalDiversity measure(String text) {
        List<String> lemmas = lemmas(text);
        if (lemmas.stream().allMatch(String::isEmpty)) {
            double no = Double.NaN;
            return new LexicalDiversity(0, 0, no, no, no, no);
        }
        int[] ids = new int[lemmas.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            Integer fresh = known.size();
            Integer id = known.putIfAbsent(lemmas.get(i), fresh);
            ids[i] = id == null ? fresh : id;
        }
        double tokens = ids.length;
        double types = known.size();
        return new LexicalDiversity(
                ids.length,
                known.size(),
                types / tokens,
                types / Math.sqrt(tokens),
                tokens == 1 ? 0 : Math.log10(types) / Math.log10(tokens),
                (segmentLength(ids) + segmentLength(reversed(ids))) / 2);
    }

    private static List<String> lemmas(String text) {
        Lemmas english = Lemmas.english();
        String rest = text;
        for (String token : DELETED_TOKENS) {
            rest = rest.replace(token, "");
        }
        List<String> lemmas = new ArrayList<>(rest.length() / 5 + 1);
        StringBuilder token = new StringBuilder();
        boolean inSpace = false;
        for (char c : rest.toCharArray()) {
            if (Chars.isSpace(c)) {
                if (!inSpace) {
                    lemmas.add(english.of(token.toString().toLowerCase(Locale.ROOT)));
                    token.setLength(0);
                }
                inSpace = true;
            } else if (DELETED.indexOf(c) < 0) {
                inSpace = false;
                token.append(c);
            }
        }
        lemmas.add(english.of(token.toString().toLowerCase(Locale.ROOT)));
        return lemmas;
    }

    private static int[] reversed(int[] ids) {
        int[] reversed = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            reversed[i] = ids[ids.length - 1 - i];
        }
        return reversed;
    }

    /// Tokens a factor; the last segment counts as the share of a factor that it has come.
    private static double segmentLength(int[] ids) {
        double factors = 0;
        int start = 0;
        HashSet<Integer> seen = new HashSet<>();
        for (int i = 0; i < ids.length; i++) {
            seen.add(ids[i]);
            int length = i + 1 - start;
            double ratio = (double) seen.size() / length;
            if (i + 1 == ids.length) {
                factors += (1 - ratio) / (1 - FACTOR);
            } else if (ratio < FACTOR && length >= SHORTEST_SEGMENT) {
                factors++;
                start = i + 1;
                seen.clear();
            }
        }
        return factors == 0 ? 0 : ids.length / factors;
    }
}
