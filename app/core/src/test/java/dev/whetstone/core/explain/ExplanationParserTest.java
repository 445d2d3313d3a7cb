package dev.whetstone.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.RulePrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationParserTest {
    private final ExplanationParser parser = new ExplanationParser(Lexicon.bundled());

    private Understanding parse(Box box, String text) {
        return parser.parse(text, box, Chosen.UNKNOWN);
    }

    private String rule(Box box, String text) {
        Understanding understanding = parse(box, text);
        assertThat(understanding.outcome()).isEqualTo(Understanding.Outcome.RULE);
        Rule rule = understanding.readings().getFirst().rule();
        return RulePrinter.print(rule);
    }

    /// Recorded rows: shared golden/explanations.tsv. All 78 are understood as expected; a change
    /// that loses one is seen here. Another set must reach its 57 %, the floor of the first
    /// release.
    @Test
    void understandsTheRecordedExplanations() throws Exception {
        List<ExplanationRow> rows =
                ExplanationRow.read(
                        "/dev/whetstone/core/lf/explanations.tsv", "golden.explanations");
        List<String> missed = new ArrayList<>();
        for (ExplanationRow row : rows) {
            if (!row.matches(parse(row.box(), row.text()))) {
                missed.add(row.id());
            }
        }
        boolean recorded = System.getProperty("golden.explanations", "").isEmpty();
        int allowed = recorded ? 0 : rows.size() * 43 / 100;
        assertThat(missed).hasSizeLessThanOrEqualTo(allowed);
    }

    @Test
    void understandsParaphrases() throws Exception {
        List<String> missed = new ArrayList<>();
        for (ExplanationRow row : ExplanationRow.read("paraphrases.tsv", "golden.paraphrases")) {
            if (!row.matches(parse(row.box(), row.text()))) {
                missed.add(row.id() + " " + row.text());
            }
        }
        assertThat(missed).isEmpty();
    }

    /// Sentences of other trades, written with the rules they should give before the parser
    /// saw them (docs/decisions/0168 and 0172 have the counts at first sight). Those that are
    /// missed are in docs/explanations-not-handled.tsv; no other may be lost.
    @ParameterizedTest
    @CsvSource({
        "seventh.tsv, H006 H040 H088 H096 H114 H116",
        "eighth.tsv, I001 I029 I036 I048 I053",
        "ninth.tsv, J003 J039 J051 J053",
        "tenth.tsv, K004 K005 K012 K040 K055 K067 K070",
        "eleventh.tsv, L003 L004 L007 L012 L015 L028 L037 L046 L049 L051 L053",
        "twelfth.tsv, M007 M008 M020 M023 M026 M029 M035 M039 M040 M051 M065 M068"
    })
    void understandsSentencesOfOtherTrades(String file, String missed) throws Exception {
        List<String> lost = new ArrayList<>();
        for (ExplanationRow row : ExplanationRow.read(file, "golden.unseen")) {
            if (!row.matches(parse(row.box(), row.text()))) {
                lost.add(row.id());
            }
        }
        assertThat(lost).isSubsetOf(List.of(missed.split(" ")));
    }

    @Test
    void readsWhatIsToBeChangedAsAWish() {
        assertThat(rule(Box.WORSE, "Add the deadline."))
                .isEqualTo("bad(X) when not contains(X, @deadline)");
        assertThat(rule(Box.WORSE, "Remove the emojis.")).isEqualTo("bad(X) when emojis(X) >= 1");
        assertThat(rule(Box.WORSE, "Could be shorter.")).isEqualTo("prefer lower words(X) by ?m");
    }

    @Test
    void whatSomebodyIsToldToSkipIsNamed() {
        assertThat(rule(Box.WORSE, "It tells the user to skip meals."))
                .isEqualTo("bad(X) when contains(X, \"skip meals\")");
    }

    @Test
    void noReadingAsksForMoreAndForFewerAtOnce() {
        Understanding understanding =
                parse(Box.WORSE, "At least 30 words and fewer than 20 words.");
        assertThat(understanding.readings())
                .extracting(reading -> RulePrinter.print(reading.rule()))
                .noneMatch(rule -> rule.contains("words(X) >= 30") && rule.contains("< 20"));
    }

    @Test
    void understandsTheMissingBulletList() {
        assertThat(
                        rule(
                                Box.WORSE,
                                "The prompt asked for a bullet list and the response didn't"
                                        + " include one."))
                .isEqualTo("bad(X) when asks_for(P, bullets) and bullets(X) = 0");
    }

    @Test
    void understandsNegativeTone() {
        assertThat(rule(Box.WORSE, "Negative tone.")).isEqualTo("bad(X) when sentiment(X) < ?t");
    }

    @Test
    void takesPolarityFromTheBox() {
        assertThat(rule(Box.BETTER, "Too long.")).isEqualTo("prefer higher words(X) by ?m");
        assertThat(rule(Box.WORSE, "Too long.")).isEqualTo("prefer lower words(X) by ?m");
    }

    @Test
    void bindsLettersToTheChoice() {
        String text = "B mentions the deadline.";
        Understanding forB = parser.parse(text, Box.COMMENT, Chosen.B);
        Understanding forA = parser.parse(text, Box.COMMENT, Chosen.A);
        assertThat(RulePrinter.print(forB.readings().getFirst().rule()))
                .isEqualTo(
                        "prefer X over Y when contains(X, @deadline) and not contains(Y,"
                                + " @deadline)");
        assertThat(RulePrinter.print(forA.readings().getFirst().rule()))
                .isEqualTo(
                        "prefer X over Y when not contains(X, @deadline) and contains(Y,"
                                + " @deadline)");
    }

    @Test
    void showsJustificationsAsSuch() {
        Understanding understanding = parse(Box.WORSE, "Three exclamation marks, unprofessional.");
        assertThat(understanding.words())
                .filteredOn(word -> word.use() == WordUse.Use.JUSTIFICATION)
                .extracting(WordUse::text)
                .containsExactly("unprofessional");
    }

    @Test
    void asksAboutWordsItSkipped() {
        Understanding understanding =
                parse(Box.WORSE, "Promises coverage before anyone has looked at the claim.");
        assertThat(understanding.outcome()).isEqualTo(Understanding.Outcome.QUESTION);
        assertThat(understanding.question().kind()).isEqualTo(Clarification.Kind.PARTLY);
        assertThat(understanding.words())
                .filteredOn(word -> word.use() == WordUse.Use.SKIPPED)
                .extracting(WordUse::text)
                .contains("anyone");
    }

    @Test
    void asksWhichGuideline() {
        assertThat(parse(Box.WORSE, "Doesn't follow our guidelines.").question().kind())
                .isEqualTo(Clarification.Kind.GUIDELINE);
    }

    @Test
    void keepsAnEmptyExplanationAsRationale() {
        assertThat(parse(Box.WORSE, "  ").outcome()).isEqualTo(Understanding.Outcome.RATIONALE);
    }

    @Test
    void asksRatherThanParsesAnEndlessSentence() {
        String text = "no greeting and ".repeat(30) + "no greeting";
        assertThat(parse(Box.WORSE, text).outcome()).isEqualTo(Understanding.Outcome.QUESTION);
    }
}
