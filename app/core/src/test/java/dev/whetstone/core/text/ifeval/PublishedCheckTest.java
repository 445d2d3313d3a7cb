package dev.whetstone.core.text.ifeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.core.text.TextFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Recorded results of instruction_following_eval 0.1.0; `-Dgolden.labels=DIR` reads others.
class PublishedCheckTest {
    @Test
    void everyRecordedResultIsReproducedStrictAndLoose() throws Exception {
        Path file =
                Path.of(System.getProperty("golden.labels", "src/test/resources/golden/labels"))
                        .resolve("ifeval.json");
        assumeThat(file).as("recorded results").exists();
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        List<RecordedChecks.Outcome> outcomes = RecordedChecks.of(json);
        assertThat(outcomes).hasSize(2 * json.path("cases").size());
        assertThat(outcomes).filteredOn(outcome -> !outcome.agrees()).isEmpty();
    }

    @Test
    void aWrongRecordIsSeen() throws Exception {
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                """
                                {"cases":[{"kind":"punctuation:no_comma","arguments":{},
                                "response":"a, b","strict":true,"loose":false}]}
                                """);
        assertThat(RecordedChecks.of(json))
                .extracting(RecordedChecks.Outcome::agrees)
                .containsExactly(false, true);
    }

    @Test
    void aKeywordThatIsNoExpressionIsSearchedForAsItStands() {
        PublishedCheck check = published(Instruction.KEYWORDS, "keywords", "a(b");
        assertThat(check.strict(new TextFeatures("so a(b it is"))).isTrue();
        assertThat(check.strict(new TextFeatures("so ab it is"))).isFalse();
    }

    @Test
    void languagesThatRulesDoNotNameAreToldByTheirLetters() {
        Map<String, String> texts =
                Map.of(
                        "th", "กรุณาส่งใบเสร็จตัวจริงมาให้เรา",
                        "bn", "অনুগ্রহ করে আমাদের আসল রসিদ পাঠান",
                        "fa", "لطفاً رسیدهای اصلی را برای ما بفرستید",
                        "ur", "براہ کرم ہمیں اصل رسیدیں بھیجیں",
                        "vi", "Vui lòng gửi cho chúng tôi biên lai gốc và mô tả sự việc",
                        "sw", "Tafadhali tuma risiti za awali na maelezo ya tukio kwa ofisi",
                        "bg", "Моля, изпратете ни оригиналните касови бележки към молбата",
                        "ru", "Пожалуйста, пришлите нам оригиналы квитанций и описание события");
        List<String> wrong = new ArrayList<>();
        texts.forEach(
                (code, text) -> {
                    if (!published(Instruction.RESPONSE_LANGUAGE, "language", code)
                            .strict(new TextFeatures(text))) {
                        wrong.add(code + " found " + PublishedLanguage.of(new TextFeatures(text)));
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void scansTakeLinearTimeOnTextsMadeToBeSlow() {
        String half = "[\n".repeat(150_000) + "<<\n".repeat(100_000);
        String stars = "*".repeat(300_000) + "\n".repeat(200_000) + "-".repeat(100_000);
        assertThat(Segments.brackets(half)).isZero();
        assertThat(Segments.hasTitle(half)).isFalse();
        assertThat(Segments.highlights(stars)).isZero();
        assertThat(Segments.starBullets(stars)).isZero();
        assertThat(Segments.dashBullets(stars)).isEqualTo(1);
    }

    private static PublishedCheck published(Instruction instruction, String name, String value) {
        return new PublishedCheck(Setting.of(instruction, Map.of(name, List.of(value))));
    }
}
