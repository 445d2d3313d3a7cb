package dev.whetstone.core.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Marks beside those of the whole parse.
class NumberMarksTest {
    private static final List<String> PIECES =
            List.of(
                    "1. ",
                    "2. ",
                    "3) ",
                    "12. ",
                    "1) ",
                    "- ",
                    "* ",
                    "+ ",
                    "> ",
                    "• ",
                    "– ",
                    "\n",
                    "\n",
                    "\n",
                    "\n\n",
                    "  ",
                    "   ",
                    "    ",
                    "\t",
                    "```",
                    "~~~",
                    "<div>",
                    "<!--",
                    "-->",
                    "# H",
                    "---",
                    "===",
                    "***",
                    "foo",
                    "**bar**",
                    "a | b",
                    "--- | ---",
                    ":-",
                    "[x]: /y",
                    "1.",
                    "2",
                    "3.5",
                    "\"q\"",
                    "bar: ",
                    "\r\n",
                    "1234567890. ",
                    "1.  ",
                    "01. ");

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(14))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    @Test
    void agreesWithTheParseOnEveryNumber() {
        Random random = new Random(11);
        int sure = 0;
        int unsure = 0;
        for (int draw = 0; draw < 60_000; draw++) {
            TextFeatures text = new TextFeatures(text(random));
            Spans parsed = text.structure().itemMarkers();
            NumberMarks marks = new NumberMarks(text);
            String chars = text.text();
            for (int at = Chars.digitFrom(chars, 0); at >= 0; ) {
                boolean mark = parsed.covers(at);
                boolean may = marks.mayBe(at);
                boolean surely = may && marks.isSurely(at);
                assertThat(may || !mark).as("«%s» may hold a mark at %s", chars, at).isTrue();
                assertThat(mark || !surely).as("«%s» surely holds one at %s", chars, at).isTrue();
                assertThat(marks.isMark(at)).as("«%s» at %s", chars, at).isEqualTo(mark);
                sure += surely ? 1 : 0;
                unsure += may && !surely ? 1 : 0;
                at = Chars.digitFrom(chars, Numbers.end(chars, at));
            }
        }
        assertThat(sure).isGreaterThan(5_000);
        assertThat(unsure).isGreaterThan(5_000);
    }

    @Test
    void ordinaryListsNeedNoParse() {
        String list =
                """
                Here is what to do:
                1. Wash it.
                It takes long.
                2. **Dry** it.
                * in the sun
                3. Fold it.

                4) And again, in 5 days.
                """;
        NumberMarks marks = new NumberMarks(new TextFeatures(list));

        for (String item : List.of("1.", "2.", "3.", "4)")) {
            assertThat(marks.isSurely(list.indexOf(item))).as(item).isTrue();
        }
        assertThat(marks.mayBe(list.indexOf("5 days"))).isFalse();
    }

    @Test
    void aNumberThatGoesOnAParagraphIsNoMark() {
        String text = "It was in the year\n1999. Then came\n2. nothing";

        assertThat(new NumberMarks(new TextFeatures(text)).isMark(text.indexOf("1999"))).isFalse();
        assertThat(new NumberMarks(new TextFeatures(text)).isMark(text.indexOf("2."))).isFalse();
    }
}
