package dev.whetstone.core.label.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.diversity.LexicalDiversity;
import dev.whetstone.core.text.reading.ReadingStatistics;
import dev.whetstone.core.text.reading.SyllableCount;
import dev.whetstone.core.text.vader.Vader;
import dev.whetstone.core.text.vader.VaderScores;

/// Sentiment, readability and lexical diversity of texts.
final class TextChecks {
    private static final double EXACT = 1e-9;

    /// Half a unit of the third and fourth decimal, to which VADER rounds.
    private static final double THIRD = 5e-4 + EXACT;

    private static final double FOURTH = 5e-5 + EXACT;

    private final Checks checks;

    TextChecks(Checks checks) {
        this.checks = checks;
    }

    void run(JsonNode file) {
        int at = 0;
        boolean lemmas = false;
        for (JsonNode item : file.path("items")) {
            String name = "text-metrics.json " + at++ + " (" + item.path("kind").asText() + ") ";
            TextFeatures text = new TextFeatures(item.path("text").asText());
            vader(name, text, item.path("vader"));
            reading(
                    name + "textstat ",
                    ReadingStatistics.measure(text.text(), SyllableCount.DICTIONARY),
                    item.path("textstat"));
            reading(
                    name + "textstat_hyphenation_only ",
                    ReadingStatistics.measure(text.text(), SyllableCount.HYPHENATION),
                    item.path("textstat_hyphenation_only"));
            diversity(name + "lexical ", LexicalDiversity.of(text), item.path("lexical"));
            lemmas |= item.path("lexical").has("first_lemmas");
        }
        if (lemmas) {
            checks.skip(
                    "first_lemmas of text-metrics.json: the tool's table of lemmas is not free to"
                            + " ship; types, ttr and mtld are checked on our own lemmas");
        }
    }

    private void vader(String name, TextFeatures text, JsonNode recorded) {
        VaderScores scores = Vader.of(text);
        checks.near(name + "vader neg", scores.negative(), recorded.path("neg"), THIRD);
        checks.near(name + "vader neu", scores.neutral(), recorded.path("neu"), THIRD);
        checks.near(name + "vader pos", scores.positive(), recorded.path("pos"), THIRD);
        checks.near(name + "vader compound", scores.compound(), recorded.path("compound"), FOURTH);
    }

    private void reading(String name, ReadingStatistics found, JsonNode recorded) {
        checks.near(name + "characters", found.characters(), recorded.path("characters"), 0);
        checks.near(name + "letters", found.letters(), recorded.path("letters"), 0);
        checks.near(name + "words", found.words(), recorded.path("words"), 0);
        checks.near(name + "sentences", found.sentences(), recorded.path("sentences"), 0);
        checks.near(name + "syllables", found.syllables(), recorded.path("syllables"), 0);
        checks.near(
                name + "reading ease", found.ease(), recorded.path("flesch_reading_ease"), EXACT);
        checks.near(name + "grade", found.grade(), recorded.path("flesch_kincaid_grade"), EXACT);
    }

    /// A text without words has empty tokens there; here its measures are undefined.
    private void diversity(String name, LexicalDiversity found, JsonNode recorded) {
        boolean empty =
                !recorded.path("first_lemmas").isEmpty()
                        && recorded.path("first_lemmas")
                                .valueStream()
                                .allMatch(lemma -> lemma.asText().isEmpty());
        if (empty) {
            checks.same(name + "undefined", Double.isNaN(found.ttr()), true);
            return;
        }
        checks.near(name + "tokens", found.tokens(), recorded.path("tokens"), 0);
        checks.near(name + "types", found.types(), recorded.path("types"), 0);
        checks.near(name + "ttr", found.ttr(), recorded.path("ttr"), EXACT);
        checks.near(name + "root_ttr", found.rootTtr(), recorded.path("root_ttr"), EXACT);
        checks.near(name + "log_ttr", found.logTtr(), recorded.path("log_ttr"), EXACT);
        checks.near(
                name + "mtld",
                found.mtld(),
                recorded.path("mtld"),
                EXACT * Math.max(1, Checks.number(recorded.path("mtld"))));
    }
}
