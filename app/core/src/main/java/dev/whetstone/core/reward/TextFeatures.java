package dev.whetstone.core.reward;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Transparent measures of a response's form: counts are ln(1 + count), so that the tenth bullet
/// counts less than the first.
public final class TextFeatures implements ResponseFeatures {
    private static final List<String> NAMES =
            List.of(
                    "words",
                    "sentences",
                    "word length",
                    "bullets",
                    "numbered items",
                    "code",
                    "headings",
                    "bold",
                    "numbers",
                    "exclamations",
                    "questions",
                    "capitals",
                    "words of the prompt",
                    "different words",
                    "apology or refusal",
                    "hedges",
                    "first person",
                    "lines",
                    "links",
                    "ends with a full stop");

    private static final Pattern WORD = Pattern.compile("[\\pL\\pN](?:[\\pL\\pN]|')*");
    private static final Pattern SENTENCE = Pattern.compile("[.!?](?:\\s|$)");
    private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]*[-*+•][ \\t]");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^[ \\t]*\\d+[.)][ \\t]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,}\\b");
    private static final Pattern APOLOGY =
            Pattern.compile(
                    "(?i)\\b(sorry|apolog|unfortunately|as an ai|i cannot|i can't|i'm not able)");
    private static final Pattern HEDGE =
            Pattern.compile("(?i)\\b(maybe|perhaps|possibly|might|could be|i think)\\b");
    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "me", "my");
    private static final Set<String> STOP =
            Set.of(
                    "a an and are as at be but by for from has have i if in is it its of on or that the"
                            .split(" "));
    private static final Set<String> STOP_MORE =
            Set.of(
                    "their there they this to was were what when which who will with you your"
                            .split(" "));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public FeatureVector features(String prompt, String response) {
        List<String> words = words(response);
        double n = Math.max(1, words.size());
        Set<String> distinct = new HashSet<>(words);
        Set<String> asked = content(words(prompt));
        long shared = asked.stream().filter(distinct::contains).count();
        String trimmed = response.stripTrailing();
        boolean ends =
                !trimmed.isEmpty()
                        && ".!?\"')`*".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        double[] values = {
            Math.log1p(words.size()),
            Math.log1p(count(SENTENCE, response)),
            words.stream().mapToInt(String::length).sum() / n,
            Math.log1p(count(BULLET, response)),
            Math.log1p(count(NUMBERED, response)),
            response.contains("```") ? 1 : 0,
            HEADING.matcher(response).find() ? 1 : 0,
            Math.log1p(occurrences(response, "**")),
            Math.log1p(count(NUMBER, response)),
            Math.log1p(occurrences(response, "!")),
            Math.log1p(occurrences(response, "?")),
            Math.log1p(count(CAPITALS, response)),
            (double) shared / Math.max(1, asked.size()),
            distinct.size() / n,
            APOLOGY.matcher(response).find() ? 1 : 0,
            count(HEDGE, response) / n,
            words.stream().filter(FIRST_PERSON::contains).count() / n,
            Math.log1p(occurrences(response, "\n")),
            response.contains("http") ? 1 : 0,
            ends ? 1 : 0
        };
        return new FeatureVector(NAMES, values);
    }

    private static List<String> words(String text) {
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Set<String> content(List<String> words) {
        Set<String> content = new HashSet<>(words);
        content.removeAll(STOP);
        content.removeAll(STOP_MORE);
        return content;
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        int at = text.indexOf(part);
        while (at >= 0) {
            count++;
            at = text.indexOf(part, at + part.length());
        }
        return count;
    }
}
