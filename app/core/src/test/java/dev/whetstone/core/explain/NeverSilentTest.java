package dev.whetstone.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The promise that sets the parser apart: a rule never comes from a sentence of which a content
/// word was dropped, and every word is accounted for.
class NeverSilentTest {
    private static final List<String> FOREIGN =
            List.of("zorbly", "quux", "frobnicate", "gnarlish", "blenk");

    private final ExplanationParser parser = new ExplanationParser(Lexicon.bundled());
    private final List<ExplanationRow> rows =
            ExplanationRow.read("/dev/whetstone/core/lf/explanations.tsv", "golden.explanations");

    private void check(String text, Box box) {
        Understanding understanding = parser.parse(text, box, Chosen.UNKNOWN);
        if (understanding.outcome() == Understanding.Outcome.RULE) {
            assertThat(understanding.readings()).as(text).isNotEmpty();
            for (Reading reading : understanding.readings()) {
                assertThat(reading.skipped()).as(text).isEmpty();
            }
        }
        assertThat(understanding.words()).as(text).hasSameSizeAs(WordSplitter.split(text));
    }

    @Test
    void holdsForEveryRecordedRow() {
        rows.forEach(row -> check(row.text(), row.box()));
    }

    @Test
    void holdsForConcatenations() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            ExplanationRow a = rows.get(random.nextInt(rows.size()));
            ExplanationRow b = rows.get(random.nextInt(rows.size()));
            check(a.text() + " " + b.text(), a.box());
        }
    }

    @Test
    void holdsForWordSalad() {
        List<String> words = new ArrayList<>(FOREIGN);
        rows.forEach(row -> words.addAll(List.of(row.text().split("\\s+"))));
        Random random = new Random(12);
        for (int i = 0; i < 150; i++) {
            StringBuilder salad = new StringBuilder();
            for (int k = 0; k < 2 + random.nextInt(9); k++) {
                salad.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            check(salad.toString(), Box.values()[random.nextInt(3)]);
        }
    }

    @Test
    void aForeignWordNeverVanishes() {
        Random random = new Random(13);
        for (ExplanationRow row : rows) {
            String[] parts = row.text().split(" ");
            int at = random.nextInt(parts.length + 1);
            List<String> with = new ArrayList<>(List.of(parts));
            String foreign = FOREIGN.get(random.nextInt(FOREIGN.size()));
            with.add(at, foreign);
            String text = String.join(" ", with);
            Understanding understanding = parser.parse(text, row.box(), Chosen.UNKNOWN);
            if (understanding.outcome() == Understanding.Outcome.RULE) {
                // then the rule looks for the word itself, or the word is shown as justification
                boolean tested = ExplanationParser.bestRule(understanding).contains(foreign);
                boolean shown =
                        understanding.words().stream()
                                .anyMatch(
                                        word ->
                                                word.text().equals(foreign)
                                                        && word.use() == WordUse.Use.JUSTIFICATION);
                assertThat(tested || shown).as(text).isTrue();
            }
        }
    }
}
