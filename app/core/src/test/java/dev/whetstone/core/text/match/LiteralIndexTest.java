package dev.whetstone.core.text.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiteralIndexTest {
    private static final List<String> LITERALS =
            List.of("a", "ab", "bab", "abba", "b a", "straße", "世a", "baabab");

    private static final List<String> PIECES =
            List.of("a", "b", "A", "B", " ", "ß", "straSSe", "世");

    @Test
    void findsTheLiteralsThatTheFoldedTextHolds() {
        Random random = new Random(5);
        LiteralIndex index = new LiteralIndex();
        List<LiteralIndex.Filter> filters =
                LITERALS.stream().map(literal -> index.filter(List.of(literal))).toList();
        int held = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            String text =
                    IntStream.range(0, random.nextInt(16))
                            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                            .collect(Collectors.joining());
            TextFeatures features = new TextFeatures(text);
            for (int i = 0; i < LITERALS.size(); i++) {
                boolean holds = Chars.fold(text).contains(LITERALS.get(i));
                assertThat(filters.get(i).mayOccur(features))
                        .as("«%s» in «%s»", LITERALS.get(i), text)
                        .isEqualTo(holds);
                held += holds ? 1 : 0;
            }
        }
        assertThat(held).isGreaterThan(10_000);
    }
}
