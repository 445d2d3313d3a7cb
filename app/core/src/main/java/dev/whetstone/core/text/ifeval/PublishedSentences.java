package dev.whetstone.core.text.ifeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Counts sentences as NLTK's Punkt tokenizer (Kiss and Strunk 2006) with its English model does: a
/// `!` or `?` ends a sentence, and so does a period, unless the word before it is one of the
/// model's abbreviations, or an initial, and no usual sentence start follows. White space, line
/// breaks included, ends nothing. The abbreviations are the model's common ones, not all of them.
final class PublishedSentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "dr", "mr", "mrs", "ms", "prof", "jr", "sr", "st", "inc", "corp", "co", "ltd",
                    "bros", "cos", "sen", "rep", "reps", "sens", "gen", "gov", "lt", "col", "maj",
                    "adm", "hon", "messrs", "vs", "i.e", "u.s", "u.k", "u.n", "d.c", "l.a", "n.y",
                    "n.j", "n.c", "s.c", "n.d", "s.d", "n.m", "n.h", "r.i", "w.va", "a.m", "p.m",
                    "a.d", "b.c", "ph.d", "m.d", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
                    "mon", "tues", "wed", "thurs", "fri", "calif", "colo", "conn", "ariz", "mass",
                    "mich", "minn", "tenn", "wash", "wis", "okla", "ore", "fla", "ill", "kan", "ky",
                    "pa", "va", "ga", "ala", "nev", "del", "ave", "dist", "ct", "cie", "u.s.s.r",
                    "u.s.a");
    private static final Set<String> STARTERS =
            Set.of(
                    "the", "he", "she", "it", "but", "in", "they", "this", "we", "i", "a", "an",
                    "at", "for", "if", "so", "then", "there", "these", "those", "that", "you",
                    "his", "her", "its", "our", "when", "while", "what", "however", "also", "and",
                    "as", "please", "after", "some", "many", "most", "all", "no", "not", "yes",
                    "on");
    private static final String CLOSING = "?!)\";}]*:@'({[";
    private static final String TRAILING = "\"')]}’”";

    private PublishedSentences() {}

    static int count(String text) {
        int sentences = 0;
        boolean open = false;
        List<String> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            open = true;
            String token = tokens.get(i);
            sentences += inside(token);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (ends(token, next)) {
                sentences++;
                open = false;
            }
        }
        return sentences + (open ? 1 : 0);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : text.strip().split("\\s+")) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /// Ends within a token, such as `(Really?)No` or `"Yes!"she`: an end mark before a sign that no
    /// word holds, with more words after it.
    private static int inside(String token) {
        int ends = 0;
        for (int i = 0; i + 1 < token.length(); i++) {
            boolean mark = token.charAt(i) == '!' || token.charAt(i) == '?';
            if (mark && CLOSING.indexOf(token.charAt(i + 1)) >= 0) {
                int after = i + 1;
                while (after < token.length() && CLOSING.indexOf(token.charAt(after)) >= 0) {
                    after++;
                }
                ends += after < token.length() && Character.isLetter(token.charAt(after)) ? 1 : 0;
                i = after - 1;
            }
        }
        return ends;
    }

    private static boolean ends(String token, String next) {
        int end = token.length();
        while (end > 0 && TRAILING.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        char last = token.charAt(end - 1);
        if (last == '!' || last == '?') {
            return true;
        }
        if (last != '.') {
            return false;
        }
        String word = start(token.substring(0, end - 1)).toLowerCase(Locale.ROOT);
        String following = start(next);
        boolean upper = !following.isEmpty() && Character.isUpperCase(following.charAt(0));
        boolean starter = upper && STARTERS.contains(letters(following));
        if (word.endsWith("..")) {
            return upper;
        }
        if (ABBREVIATIONS.contains(word) || isInitial(word)) {
            return starter;
        }
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        return !number || following.isEmpty() || !Character.isLowerCase(following.charAt(0));
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    /// Without signs before the first letter or digit.
    private static String start(String token) {
        int from = 0;
        while (from < token.length() && "\"'([{“‘*".indexOf(token.charAt(from)) >= 0) {
            from++;
        }
        return token.substring(from);
    }

    private static String letters(String token) {
        int end = 0;
        while (end < token.length() && Character.isLetter(token.charAt(end))) {
            end++;
        }
        return token.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
