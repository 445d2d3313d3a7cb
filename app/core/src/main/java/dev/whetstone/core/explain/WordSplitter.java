package dev.whetstone.core.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts an explanation into [Word]s: typographic quotes made plain, contractions undone ("doesn't"
/// becomes "does not"), number words read, quotations kept whole.
final class WordSplitter {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"([^\"]{1,200})\""
                            + "|(?:^|\\b|[\\s(])'((?:[^']|'\\w){1,200})'(?:$|[\\s,.;:!?)])"
                            + "|([$€£]\\s?\\d[\\d,]*(?:\\.\\d+)?)"
                            + "|(\\d[\\d,]*(?:\\.\\d+)?%?)"
                            + "|([\\p{L}][\\p{L}\\p{M}\\p{N}]*(?:[.][\\p{L}])*(?:['-][\\p{L}\\p{N}]+)*)"
                            + "|([<>]=?|[≤≥]|(?:\\b|%)\\+)"
                            + "|([,;:.!?()]|-+)");

    private static final Map<String, String> CONTRACTIONS =
            Map.ofEntries(
                    Map.entry("can't", "can not"),
                    Map.entry("cannot", "can not"),
                    Map.entry("cant", "can not"),
                    Map.entry("won't", "will not"),
                    Map.entry("wont", "will not"),
                    Map.entry("ain't", "is not"),
                    Map.entry("doesnt", "does not"),
                    Map.entry("dont", "do not"),
                    Map.entry("didnt", "did not"),
                    Map.entry("isnt", "is not"),
                    Map.entry("arent", "are not"),
                    Map.entry("wasnt", "was not"),
                    Map.entry("werent", "were not"),
                    Map.entry("hasnt", "has not"),
                    Map.entry("havent", "have not"),
                    Map.entry("shouldnt", "should not"),
                    Map.entry("wouldnt", "would not"),
                    Map.entry("couldnt", "could not"));

    private static final Map<String, Double> NUMBERS =
            Map.ofEntries(
                    Map.entry("zero", 0.0),
                    Map.entry("two", 2.0),
                    Map.entry("three", 3.0),
                    Map.entry("four", 4.0),
                    Map.entry("five", 5.0),
                    Map.entry("six", 6.0),
                    Map.entry("seven", 7.0),
                    Map.entry("eight", 8.0),
                    Map.entry("nine", 9.0),
                    Map.entry("ten", 10.0),
                    Map.entry("twelve", 12.0),
                    Map.entry("fifteen", 15.0),
                    Map.entry("twenty", 20.0),
                    Map.entry("thirty", 30.0),
                    Map.entry("forty", 40.0),
                    Map.entry("fifty", 50.0),
                    Map.entry("sixty", 60.0),
                    Map.entry("ninety", 90.0),
                    Map.entry("hundred", 100.0));

    private final List<Word> words = new ArrayList<>();

    private WordSplitter() {}

    static List<Word> split(String explanation) {
        WordSplitter splitter = new WordSplitter();
        splitter.scan(plainQuotes(explanation));
        return List.copyOf(splitter.words);
    }

    /// One character for one, so that positions stay those of the typed text.
    private static String plainQuotes(String text) {
        return text.replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('–', '-')
                .replace('—', '-');
    }

    private void scan(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at)) {
            int next = matcher.end();
            if (matcher.group(1) != null) {
                add(Word.Kind.QUOTATION, matcher.group(1), matcher.start(1), matcher.end(1));
            } else if (matcher.group(2) != null) {
                add(Word.Kind.QUOTATION, matcher.group(2), matcher.start(2), matcher.end(2));
                next = matcher.end(2) + 1;
            } else if (matcher.group(3) != null) {
                add(Word.Kind.LITERAL, matcher.group(3), matcher.start(3), matcher.end(3));
            } else if (matcher.group(4) != null) {
                addNumber(matcher.group(4), matcher.start(4), matcher.end(4));
            } else if (matcher.group(5) != null) {
                addWord(matcher.group(5), matcher.start(5), matcher.end(5));
            } else if (matcher.group(6) != null) {
                // "> 3" and "250+"
                plain(matcher.group(6), matcher.group(6), matcher.start(6), matcher.end(6));
            } else {
                add(Word.Kind.BREAK, matcher.group(7), matcher.start(7), matcher.end(7));
            }
            at = next;
        }
    }

    private void add(Word.Kind kind, String text, int start, int end) {
        words.add(new Word(text, text, kind, List.of(text), start, end, Double.NaN, ""));
    }

    private void addNumber(String text, int start, int end) {
        double value = Double.parseDouble(text.replace(",", "").replace("%", ""));
        words.add(new Word(text, text, Word.Kind.NUMBER, List.of(text), start, end, value, ""));
    }

    private void addWord(String typed, int start, int end) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String expanded = CONTRACTIONS.get(lower);
        if (expanded != null) {
            plain(expanded.substring(0, expanded.indexOf(' ')), typed, start, end);
            plain("not", typed, start, end);
        } else if (lower.endsWith("n't")) {
            plain(lower.substring(0, lower.length() - 3), typed, start, end);
            plain("not", typed, start, end);
        } else if (lower.equals("it's") || lower.equals("that's") || lower.equals("there's")) {
            plain(lower.substring(0, lower.indexOf('\'')), typed, start, end);
            plain("is", typed, start, end);
        } else if (lower.endsWith("'s")) {
            plain(typed.substring(0, typed.length() - 2), typed, start, end - 2);
            plain("'s", typed, end - 2, end);
        } else if (lower.matches(".*'(re|ve|ll|d|m)")) {
            plain(typed.substring(0, typed.indexOf('\'')), typed, start, end);
        } else {
            plain(typed, typed, start, end);
        }
    }

    private void plain(String form, String typed, int start, int end) {
        String lower = form.toLowerCase(Locale.ROOT);
        double value = NUMBERS.getOrDefault(lower, Double.NaN);
        Word.Kind kind = Double.isNaN(value) ? Word.Kind.WORD : Word.Kind.NUMBER;
        words.add(new Word(lower, typed, kind, Inflection.bases(lower), start, end, value, ""));
    }
}
