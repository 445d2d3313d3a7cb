package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads numbers as people write them: words ("thirty-five", "two hundred and fifty", "a dozen"),
/// groups of thousands with comma, point, blank or apostrophe, decimal comma, and "2k".
final class NumberWords {
    private static final Map<String, Double> SMALL =
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
                    Map.entry("eleven", 11.0),
                    Map.entry("twelve", 12.0),
                    Map.entry("thirteen", 13.0),
                    Map.entry("fourteen", 14.0),
                    Map.entry("fifteen", 15.0),
                    Map.entry("sixteen", 16.0),
                    Map.entry("seventeen", 17.0),
                    Map.entry("eighteen", 18.0),
                    Map.entry("nineteen", 19.0),
                    Map.entry("twenty", 20.0),
                    Map.entry("thirty", 30.0),
                    Map.entry("forty", 40.0),
                    Map.entry("fourty", 40.0),
                    Map.entry("fifty", 50.0),
                    Map.entry("sixty", 60.0),
                    Map.entry("seventy", 70.0),
                    Map.entry("eighty", 80.0),
                    Map.entry("ninety", 90.0));

    private static final Map<String, Double> LARGE =
            Map.of("hundred", 100.0, "thousand", 1000.0, "dozen", 12.0, "million", 1e6);

    private NumberWords() {}

    /// The value of one word, or NaN.
    static double ofWord(String word) {
        Double known = SMALL.getOrDefault(word, LARGE.get(word));
        if (known != null) {
            return known;
        }
        int dash = word.indexOf('-');
        if (dash > 0) {
            double tens = SMALL.getOrDefault(word.substring(0, dash), Double.NaN);
            String rest = word.substring(dash + 1);
            double ones = rest.equals("one") ? 1 : SMALL.getOrDefault(rest, Double.NaN);
            return tens >= 20 && ones < 10 ? tens + ones : Double.NaN;
        }
        return Double.NaN;
    }

    /// The value of digits: `1,500`, `1.500`, `1 500`, `1'500`, `2.5`, `2,5`, `50%`, `2k`.
    static double ofDigits(String typed) {
        String digits = typed.replaceAll("[%kK\\s']", "");
        boolean percent = typed.endsWith("%");
        if (digits.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            digits = digits.replace(",", "");
        } else if (!percent && digits.matches("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?")) {
            digits = digits.replace(".", "").replace(',', '.');
        } else {
            digits = digits.replace(',', '.');
        }
        double value = Double.parseDouble(digits);
        return typed.matches(".*[kK]") ? value * 1000 : value;
    }

    /// "two hundred", "twenty five" and "a hundred and fifty" become one word each.
    static List<Word> merged(List<Word> words) {
        List<Word> merged = new ArrayList<>();
        for (Word word : words) {
            merged.add(word);
            boolean more = true;
            while (more) {
                more = mergedLast(merged);
            }
        }
        return merged;
    }

    private static boolean mergedLast(List<Word> words) {
        int last = words.size() - 1;
        if (last < 1 || !isNumber(words.get(last))) {
            return false;
        }
        Word word = words.get(last);
        Word before = words.get(last - 1);
        if (LARGE.containsKey(word.text())) {
            double times = before.text().equals("one") ? 1 : before.value();
            return !Double.isNaN(times) && join(words, last - 1, times * word.value());
        }
        if (!inLetters(word)) {
            return false;
        }
        if (isNumber(before)) {
            return adds(before.value(), word.value())
                    && join(words, last - 1, before.value() + word.value());
        }
        if (last >= 2 && before.text().equals("and") && isNumber(words.get(last - 2))) {
            Word hundreds = words.get(last - 2);
            return inLetters(hundreds)
                    && hundreds.value() >= 100
                    && adds(hundreds.value(), word.value())
                    && join(words, last - 2, hundreds.value() + word.value());
        }
        return false;
    }

    /// Makes one word of all from `first` on.
    private static boolean join(List<Word> words, int first, double value) {
        Word joined = joined(words.get(first), words.getLast(), value);
        words.subList(first, words.size()).clear();
        words.add(joined);
        return true;
    }

    private static boolean isNumber(Word word) {
        return word.kind() == Word.Kind.NUMBER;
    }

    private static boolean inLetters(Word word) {
        return Character.isLetter(word.original().charAt(0));
    }

    /// "twenty" and "five", "hundred" and "fifty".
    private static boolean adds(double before, double value) {
        boolean ones = before >= 20 && before < 100 && before % 10 == 0 && value < 10;
        return ones || (before >= 100 && before % 100 == 0 && value < 100);
    }

    private static Word joined(Word first, Word last, double value) {
        String text = first.text() + " " + last.text();
        return new Word(
                text,
                first.original() + " " + last.original(),
                Word.Kind.NUMBER,
                List.of(text),
                first.start(),
                last.end(),
                value,
                "");
    }
}
