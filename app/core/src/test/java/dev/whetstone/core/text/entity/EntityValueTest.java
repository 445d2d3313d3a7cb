package dev.whetstone.core.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntityValueTest {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,9})?");

    private static String described(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find()
                ? EntityValue.plain(Double.parseDouble(matcher.group().replace(",", "")))
                : text;
    }

    @Test
    void aNumberIsWhatTheExpressionDescribes() {
        Random random = new Random(3);
        String signs = "00112345678999,,,..x %";
        for (int draw = 0; draw < 100_000; draw++) {
            String text =
                    IntStream.range(0, random.nextInt(20))
                            .mapToObj(_ -> signs.charAt(random.nextInt(signs.length())))
                            .map(String::valueOf)
                            .collect(Collectors.joining());
            assertThat(EntityValue.number(text)).as(text).isEqualTo(described(text));
        }
    }
}
