package dev.whetstone.core.text.ifeval;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts words in capitals as NLTK's word tokenizer (the Penn Treebank's rules) makes words:
/// punctuation and the endings of contractions are words of their own, hyphens and slashes join. A
/// word is in capitals when it has letters with case and all of them are capitals.
final class PublishedWords {
    private static final String SPLITTING = "[](){}<>\"“”«»`;@#$%&?!,:…";
    private static final Pattern ENDING =
            Pattern.compile("(N'T|'S|'M|'D|'LL|'RE|'VE|N’T|’S|’M|’D|’LL|’RE|’VE)$");
    private static final Set<String> DOUBLE =
            Set.of("CANNOT", "GIMME", "GONNA", "GOTTA", "LEMME", "WANNA", "'TIS", "'TWAS");

    private PublishedWords() {}

    static int capitals(String text) {
        int count = 0;
        for (String run : text.split("\\s+")) {
            int from = 0;
            for (int i = 0; i <= run.length(); i++) {
                if (i == run.length() || splits(run, i)) {
                    count += ofPiece(run.substring(from, i));
                    from = i + 1;
                }
            }
        }
        return count;
    }

    private static boolean splits(String run, int at) {
        char c = run.charAt(at);
        boolean joinsDigits =
                (c == ',' || c == ':')
                        && at + 1 < run.length()
                        && Character.isDigit(run.charAt(at + 1));
        boolean dashes =
                c == '-'
                        && ((at + 1 < run.length() && run.charAt(at + 1) == '-')
                                || (at > 0 && run.charAt(at - 1) == '-'));
        boolean dots =
                c == '.'
                        && ((at + 1 < run.length() && run.charAt(at + 1) == '.')
                                || (at > 0 && run.charAt(at - 1) == '.'));
        return (SPLITTING.indexOf(c) >= 0 && !joinsDigits) || dashes || dots;
    }

    private static int ofPiece(String piece) {
        int count = 0;
        String rest = piece;
        if (DOUBLE.contains(rest)) {
            return 2;
        }
        Matcher ending = ENDING.matcher(rest.toUpperCase(Locale.ROOT));
        if (rest.length() == piece.toUpperCase(Locale.ROOT).length() && ending.find()) {
            count += Letters.areUpper(rest.substring(ending.start())) ? 1 : 0;
            rest = rest.substring(0, ending.start());
        }
        return count + (Letters.areUpper(rest) ? 1 : 0);
    }
}
