package dev.whetstone.core.text.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Matches beside those of RE2/J, whose matches these are by definition.
class FastRegexTest {
    private static final List<String> CHARACTERS =
            List.of(
                    "a",
                    "b",
                    "A",
                    "B",
                    "k",
                    "K",
                    "s",
                    "S",
                    "\u017f",
                    "\u212a",
                    "é",
                    "É",
                    "ß",
                    "1",
                    "2",
                    "9",
                    ".",
                    "-",
                    "'",
                    "_",
                    " ",
                    " ",
                    "\n",
                    "\n",
                    "\t",
                    "!",
                    "[",
                    "世",
                    "\ud83d\ude00",
                    "\ud835\udc00",
                    "\ud83d",
                    "\ude00",
                    "ab",
                    "abab",
                    "as k");

    private static final List<String> ATOMS =
            List.of(
                    "a",
                    "b",
                    "k",
                    "s",
                    "é",
                    "ab",
                    "ask",
                    "\\.",
                    "'",
                    "-",
                    ".",
                    "[ab]",
                    "[^a]",
                    "[^\\n]",
                    "[a-k1]",
                    "[A-Z]",
                    "[\\w']",
                    "[\\p{L}\\p{N}]",
                    "\\p{L}",
                    "\\pN",
                    "\\P{Lu}",
                    "\\d",
                    "\\D",
                    "\\s",
                    "\\S",
                    "\\w",
                    "\\W",
                    "[[:alpha:]]",
                    "[^\\W_]",
                    "[-*+•–]",
                    "[ \\t]",
                    "\\n",
                    "世",
                    "\ud83d\ude00",
                    "[\ud83d\ude00x]",
                    "\\!",
                    "[à-ÿ]",
                    "[é]",
                    "[\\s\\S]");

    private static final List<String> LOOKS =
            List.of("\\b", "\\B", "^", "$", "\\A", "\\z", "(?m:^)", "(?m:$)");

    private static final List<String> REPEATS =
            List.of("*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?");

    private final Random random = new Random(7);

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String expression(int depth) {
        StringBuilder parts = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                parts.append(pick(LOOKS));
                continue;
            }
            String atom =
                    kind < 4 && depth > 0
                            ? pick(List.of("(?:", "(", "(?i:", "(?s:", "(?-i:", "(?P<n>"))
                                    + expression(depth - 1)
                                    + (random.nextBoolean() ? "|" + expression(depth - 1) : "")
                                    + ")"
                            : pick(ATOMS);
            parts.append(atom).append(random.nextInt(3) == 0 ? pick(REPEATS) : "");
        }
        return parts.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(pick(CHARACTERS));
        }
        return text.toString();
    }

    private static List<String> slow(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + "-" + matcher.end());
        }
        return found;
    }

    private static List<String> quick(Spans spans) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            found.add(spans.start(i) + "-" + spans.end(i));
        }
        return found;
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c < 127 && c > 31 ? "" + (char) c : "\\u" + c));
        return out.toString();
    }

    @Test
    void findsWhatRe2FindsInRandomExpressionsAndTexts() {
        int compared = 0;
        int matches = 0;
        for (int i = 0; i < 1_500; i++) {
            boolean ignoresCase = random.nextBoolean();
            // every other one is short, so that the forms with loops of their own come up
            String source = expression(i % 2 == 0 ? 2 : 0);
            Pattern pattern;
            try {
                pattern = Pattern.compile(source, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
            } catch (PatternSyntaxException twice) {
                continue;
            }
            Optional<FastRegex> regex = FastRegex.of(source, ignoresCase);
            if (regex.isEmpty()) {
                continue;
            }
            for (int k = 0; k < 16; k++) {
                String text = text();
                List<String> expected = slow(pattern, text);
                String what = source + (ignoresCase ? " (i) on " : " on ") + printable(text);
                assertThat(quick(regex.get().find(text).orElseThrow()))
                        .as(what)
                        .isEqualTo(expected);
                assertThat(regex.get().count(text)).as(what).isEqualTo(expected.size());
                assertThat(regex.get().occurs(text)).as(what).isEqualTo(expected.isEmpty() ? 0 : 1);
                for (String span : expected) {
                    String[] at = span.split("-");
                    String match =
                            Chars.fold(
                                    text.substring(
                                            Integer.parseInt(at[0]), Integer.parseInt(at[1])));
                    List<String> required = regex.get().required();
                    assertThat(required.isEmpty() || required.stream().anyMatch(match::contains))
                            .as(what + " requires " + required)
                            .isTrue();
                }
                compared++;
                matches += expected.size();
            }
        }
        assertThat(compared).isGreaterThan(8_000);
        assertThat(matches).isGreaterThan(6_000);
    }

    @Test
    void asksForTheLiteralsOfEveryAlternative() {
        assertThat(
                        FastRegex.of("\\b(?:sorry|apologi[sz]e|bullets? point)\\b", true)
                                .orElseThrow()
                                .required())
                .containsExactlyInAnyOrder(
                        "sorry", "apologise", "apologize", "bullet point", "bullets point");
        assertThat(FastRegex.of("https?:\\/\\/\\S+", true).orElseThrow().required())
                .containsExactlyInAnyOrder("http://", "https://");
        assertThat(FastRegex.of("\\d+ (?:mg|ml)?x", true).orElseThrow().required())
                .containsExactlyInAnyOrder(" mgx", " mlx", " x");
        assertThat(FastRegex.of("[a-z]+\\d*", true).orElseThrow().required()).isEmpty();
    }

    @Test
    void givesUpWhereTheAutomatonWouldBeLarge() {
        FastRegex regex = FastRegex.of("[ab]*a[ab]{14}c", false).orElseThrow();
        Random letters = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(letters.nextBoolean() ? 'a' : 'b');
        }
        assertThat(regex.occurs(text.toString())).isEqualTo(FastRegex.UNKNOWN);
        assertThat(regex.hasGivenUp()).isTrue();
    }

    @Test
    void leavesExpressionsThatCanMatchNothingToRe2() {
        assertThat(FastRegex.of("a*", false)).isEmpty();
        assertThat(FastRegex.of("\\bx?\\b", false)).isEmpty();
        assertThat(FastRegex.of("\\Qa.b\\E", false)).isEmpty();
    }
}
