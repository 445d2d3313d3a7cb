package dev.whetstone.core.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Cuts an explanation into [Word]s: typographic quotes made plain, contractions undone ("doesn't"
/// becomes "does not"), number words read, quotations kept whole.
final class WordSplitter {
    private static final String DIGITS =
            "(?:\\d{1,3}(?:[,.' ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)";
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"([^\"]{1,200})\""
                            + "|(?:^|\\b|[\\s(])'((?:[^']|'\\w){1,200})'(?:$|[\\s,.;:!?)])"
                            + "|([$€£]\\s?"
                            + DIGITS
                            + "|"
                            + DIGITS
                            + "\\s?[$€£]|§+\\s?\\d+[a-z]?"
                            + "|\\d{1,2}(?:[:.]\\d\\d)?\\s?[ap]m\\b|\\d{1,2}:\\d\\d|\\d+(?:st|nd|rd|th)\\b)"
                            + "|("
                            + DIGITS
                            + "(?:\\s?%|[kK]\\b)?)"
                            + "|([\\p{L}][\\p{L}\\p{M}\\p{N}]*(?:[.][\\p{L}])*(?:['&-][\\p{L}\\p{N}]+)*)"
                            + "|([<>]=?|[≤≥]|(?:\\b|%)\\+)"
                            + "|([,;:.!?()]|-+)"
                            + "|([/&+])");

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

    /// Slips of the pen in words that carry structure, and clipped forms.
    private static final Map<String, String> SLIPS =
            Map.ofEntries(
                    Map.entry("dosent", "does not"),
                    Map.entry("doesent", "does not"),
                    Map.entry("dosnt", "does not"),
                    Map.entry("theres", "there is"),
                    Map.entry("thats", "that is"),
                    Map.entry("whats", "what is"),
                    Map.entry("youre", "you are"),
                    Map.entry("theyre", "they are"),
                    Map.entry("hes", "he is"),
                    Map.entry("im", "i am"),
                    Map.entry("ive", "i have"),
                    Map.entry("gonna", "going to"),
                    Map.entry("gotta", "have to"),
                    Map.entry("aks", "ask"),
                    Map.entry("teh", "the"),
                    Map.entry("adn", "and"),
                    Map.entry("taht", "that"),
                    Map.entry("nto", "not"),
                    Map.entry("wich", "which"),
                    Map.entry("wether", "whether"),
                    Map.entry("becuase", "because"),
                    Map.entry("thier", "their"),
                    Map.entry("alot", "a lot"),
                    Map.entry("shoud", "should"),
                    Map.entry("altough", "although"),
                    Map.entry("wiht", "with"));

    /// What "it" is but "its" is not followed by: "its too long" is "it is too long".
    private static final Set<String> AFTER_IT_IS =
            Set.of(
                    "too", "not", "a", "an", "very", "so", "way", "far", "just", "only", "more",
                    "less", "much", "really", "quite", "rather", "missing", "never", "been");

    private static final Map<String, String> CLITICS =
            Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");

    private static final Set<String> BEFORE_IS =
            Set.of(
                    "it",
                    "that",
                    "there",
                    "he",
                    "she",
                    "what",
                    "who",
                    "where",
                    "here",
                    "how",
                    "nothing",
                    "everything",
                    "something");

    private final List<Word> words = new ArrayList<>();

    private WordSplitter() {}

    static List<Word> split(String explanation) {
        WordSplitter splitter = new WordSplitter();
        splitter.scan(plainQuotes(explanation));
        return List.copyOf(NumberWords.merged(splitter.words));
    }

    /// One character for one, so that positions stay those of the typed text.
    private static String plainQuotes(String text) {
        return text.replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('–', '-')
                .replace('—', '-')
                .replace("max.", "max ")
                .replace("Max.", "Max ")
                .replace("min.", "min ")
                .replace("Min.", "Min ")
                .replace("approx.", "approx ");
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
                addAmount(matcher.group(3), matcher.start(3), matcher.end(3));
            } else if (matcher.group(4) != null) {
                addNumber(matcher.group(4), matcher.start(4), matcher.end(4));
                next = pastDash(text, next);
            } else if (matcher.group(5) != null) {
                addWord(matcher.group(5), matcher.start(5), matcher.end(5));
            } else if (matcher.group(6) != null) {
                // "> 3" and "250+"
                plain(matcher.group(6), matcher.group(6), matcher.start(6), matcher.end(6));
            } else if (matcher.group(7) != null) {
                add(Word.Kind.BREAK, matcher.group(7), matcher.start(7), matcher.end(7));
            } else {
                String joiner = matcher.group(8).equals("/") ? "or" : "and";
                plain(joiner, matcher.group(8), matcher.start(8), matcher.end(8));
            }
            at = next;
        }
    }

    /// The dash of "250-word" joins; that of "100-150" is a "to".
    private int pastDash(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at) != '-') {
            return at;
        }
        char after = text.charAt(at + 1);
        if (Character.isDigit(after)) {
            plain("to", "-", at, at + 1);
            return at + 1;
        }
        return Character.isLetter(after) ? at + 1 : at;
    }

    private void add(Word.Kind kind, String text, int start, int end) {
        words.add(new Word(text, text, kind, List.of(text), start, end, Double.NaN, ""));
    }

    private void addNumber(String text, int start, int end) {
        double value = NumberWords.ofDigits(text);
        words.add(new Word(text, text, Word.Kind.NUMBER, List.of(text), start, end, value, ""));
    }

    /// `$25` and `25 €` stand for themselves, and for so much money.
    private void addAmount(String text, int start, int end) {
        String digits = text.replaceAll("[^\\d.,' ]", "").strip();
        boolean money = text.chars().anyMatch(c -> "$€£".indexOf(c) >= 0);
        double value = money ? NumberWords.ofDigits(digits) : Double.NaN;
        words.add(new Word(text, text, Word.Kind.LITERAL, List.of(text), start, end, value, ""));
    }

    private void addWord(String typed, int start, int end) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (afterIts(lower)) {
            Word its = words.removeLast();
            plain("it", its.original(), its.start(), its.end());
            plain("is", its.original(), its.start(), its.end());
        }
        String expanded = CONTRACTIONS.getOrDefault(lower, SLIPS.get(lower));
        int quote = lower.lastIndexOf('\'');
        String head = quote < 0 ? lower : lower.substring(0, quote);
        String tail = quote < 0 ? "" : lower.substring(quote + 1);
        if (expanded != null) {
            for (String part : expanded.split(" ")) {
                plain(part, typed, start, end);
            }
        } else if (lower.endsWith("n't") || lower.endsWith("'nt")) {
            plain(lower.substring(0, lower.length() - 3), typed, start, end);
            plain("not", typed, start, end);
        } else if (tail.equals("s") && BEFORE_IS.contains(head)) {
            plain(head, typed, start, end);
            plain("is", typed, start, end);
        } else if (tail.equals("s")) {
            plain(typed.substring(0, typed.length() - 2), typed, start, end - 2);
            plain("'s", typed, end - 2, end);
            // "the customer's name" and "the customer's angry"
            words.add(words.removeLast().alsoAs("be"));
        } else if (CLITICS.containsKey(tail)) {
            plain(typed.substring(0, quote), typed, start, end);
            plain(CLITICS.getOrDefault(tail, tail), typed, start, end);
        } else {
            plain(typed, typed, start, end);
        }
    }

    private boolean afterIts(String lower) {
        return !words.isEmpty()
                && words.getLast().text().equals("its")
                && AFTER_IT_IS.contains(lower);
    }

    private void plain(String form, String typed, int start, int end) {
        String lower = form.toLowerCase(Locale.ROOT);
        double value = NumberWords.ofWord(lower);
        Word.Kind kind = Double.isNaN(value) ? Word.Kind.WORD : Word.Kind.NUMBER;
        words.add(new Word(lower, typed, kind, bases(lower), start, end, value, ""));
    }

    /// "sooo", "waaay": a letter that is drawn out counts once, or twice.
    private static List<String> bases(String word) {
        List<String> bases = new ArrayList<>(Inflection.bases(word));
        if (clipped(word, 2).length() < word.length()) {
            bases.addAll(Inflection.bases(clipped(word, 1)));
            bases.addAll(Inflection.bases(clipped(word, 2)));
        }
        return bases.stream().distinct().toList();
    }

    /// The word with no letter more than `most` times in a row.
    private static String clipped(String word, int most) {
        StringBuilder clipped = new StringBuilder();
        int times = 0;
        for (int i = 0; i < word.length(); i++) {
            times = i > 0 && word.charAt(i) == word.charAt(i - 1) ? times + 1 : 1;
            if (times <= most || !Character.isLetter(word.charAt(i))) {
                clipped.append(word.charAt(i));
            }
        }
        return clipped.toString();
    }
}
