package dev.whetstone.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineMarkersTest {
    private static final List<String> PIECES =
            List.of(
                    "- ", "* ", "1. ", "2) ", "> ", "# ", "```", "~~~", "| a ", "---", "===", "\n",
                    "\n\n", "    ", "\t", "word", " ", "• ", "– ", "+ x");

    @Test
    void nothingThatTheParserFindsIsRuledOut() {
        Random random = new Random(3);
        int structures = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            LineMarkers markers = LineMarkers.of(text.toString());
            for (var found : new BlockParse(text.toString()).places().entrySet()) {
                assertThat(markers.allow(found.getKey()))
                        .as("%s in <%s>", found.getKey(), text)
                        .isTrue();
                structures++;
            }
        }
        assertThat(structures).isGreaterThan(3_000);
    }
}
