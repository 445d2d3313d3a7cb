package dev.whetstone.core.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text that may say what it is about, in lower case: three letters or more.
final class ContentWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,40}");

    /// Long texts begin with what they are about.
    private static final int MOST = 2_000;

    private ContentWords() {}

    static List<String> of(String text) {
        Matcher matcher = WORD.matcher(text);
        List<String> words = new ArrayList<>();
        while (words.size() < MOST && matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
