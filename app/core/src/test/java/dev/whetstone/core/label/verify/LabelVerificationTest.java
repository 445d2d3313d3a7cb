package dev.whetstone.core.label.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded results of snorkel 0.10.0, crowd-kit 1.4.2, scikit-learn 1.9.1, choix 0.4.1,
/// alpaca_eval 0.6.6, vaderSentiment 3.3.2, textstat 0.7.13, lexical-diversity 0.1.1, krippendorff
/// 0.9.0, statsmodels 0.15.0; `-Dgolden.labels=DIR` reads others.
class LabelVerificationTest {
    private static Path folder() {
        return Path.of(System.getProperty("golden.labels", "src/test/resources/golden/labels"));
    }

    @Test
    void everyRecordedCaseIsReproduced() throws Exception {
        VerificationReport report = new LabelVerification().verify(folder());
        assertThat(report.failed()).isEmpty();
        assertThat(report.cases()).isPositive();
    }

    @Test
    void aWrongRecordIsReported(@TempDir Path copy) throws Exception {
        Files.writeString(
                copy.resolve("metrics.json"),
                """
                {"proportions":[{"successes":6,"n":7,"wilson_95":[0.4868721707256809,0.99]}]}
                """);
        VerificationReport report = new LabelVerification().verify(copy);
        assertThat(report.failed())
                .singleElement()
                .satisfies(
                        failure -> {
                            assertThat(failure.name()).contains("6.0 of 7.0", "wilson_95");
                            assertThat(failure.difference()).isBetween(.01, .02);
                        });
        assertThat(report.skipped()).contains("strengths.json is not in the folder");
    }

    @Test
    void aFileThatIsNotKnownIsNamed(@TempDir Path copy) throws Exception {
        Files.writeString(copy.resolve("novelties.json"), "{}");
        assertThat(new LabelVerification().verify(copy).skipped())
                .contains("novelties.json is no file that this program knows");
    }

    @Test
    void aWrongMeasureOfATextIsReported(@TempDir Path copy) throws Exception {
        Files.writeString(
                copy.resolve("text-metrics.json"),
                """
                {"items":[{"kind":"a","text":"A good day.","vader":{"compound":0.4405},
                 "textstat":{"syllables":4},"lexical":{"types":3}}]}
                """);
        assertThat(new LabelVerification().verify(copy).failed())
                .extracting(VerificationReport.Failure::name)
                .containsExactly(
                        "text-metrics.json 0 (a) vader compound",
                        "text-metrics.json 0 (a) textstat syllables");
    }
}
