package dev.whetstone.core.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text that may say what it is about, in lower case: three letters or more.
final class ContentWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,40}");

    /// Long texts begin with what they are about.
    private static final int MOST = 2_000;

    /// English words that sentences are held together by, whatever they are about.
    private static final Set<String> FUNCTION_WORDS =
            Set.of(
                    """
                    about above after again all also and any are because been before being below
                    between both but can could did does doing done down during each etc few for
                    from further had has have having her here hers him his how into its itself
                    just like made make many may me might more most much must nor not now off
                    once only other our ours out over own per please same shall she should some
                    such than that the their theirs them then there these they this those through
                    too under until upon use used user using very was were what when where which
                    while who whom whose why will with within without would yes you your yours
                    assistant system give given one two following
                    """
                            .strip()
                            .split("\\s+"));

    private ContentWords() {}

    static List<String> of(String text) {
        Matcher matcher = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        while (words.size() < MOST && matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (!FUNCTION_WORDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
