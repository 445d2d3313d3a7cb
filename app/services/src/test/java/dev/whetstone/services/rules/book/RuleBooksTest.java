package dev.whetstone.services.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.SmallProject;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.rules.RuleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBooksTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-03T09:30:00Z"));
    private static final Explanation SAID = Explanation.of(Box.WORSE, "Too short.");
    private static final String HOSTILE =
            "<script>alert('x')</script> | **bold** [a](javascript:b) \u202Egnp.exe & more words here";

    @TempDir Path folder;
    private SmallProject small;
    private ProjectServices project;

    @BeforeEach
    void open() {
        small =
                SmallProject.of(
                        folder,
                        List.of(
                                new SmallProject.Pair("Do you cover hail?", "Yes.", HOSTILE),
                                new SmallProject.Pair("And storms?", "No.", "Storms are covered."),
                                new SmallProject.Pair(
                                        "Who calls me?", "Us.", "The claims desk calls you.")));
        project = small.services();
        small.chooseTheLonger(SAID);
    }

    @AfterEach
    void close() {
        small.close();
    }

    private String book(String name) throws IOException {
        Path file = folder.resolve(name);
        var unused =
                new RuleBooks(project.project(), project.rules(), project.families(), CLOCK)
                        .write(file);
        return Files.readString(file);
    }

    @Test
    void aRuleIsToldInWordsWithItsSupport() throws IOException {
        var unused = project.rules().add("long", "prefer higher words(X)", "ana");
        assertThat(book("rules.md"))
                .contains(
                        "# Rule book: claims",
                        "2026\\-11\\-03 09:30 UTC",
                        "prefer higher words(X)",
                        "| Coverage | 3 of 3 pairs \\(100\\.0 %\\) |",
                        "| Right | 3 choices |",
                        "| Wrong | 0 choices |",
                        "| Accuracy | 1\\.00 \\(95 % interval 0\\.44 to 1\\.00\\) |",
                        "ana chose the same",
                        "| Name | Role | Date | Signature |");
    }

    @Test
    void thePairThatARuleWasWrittenOnDoesNotCountForIt() throws IOException {
        UUID comparison = small.comparisons().getFirst();
        Candidate understood =
                project.explaining()
                        .understand(comparison, Ranking.prefer(1, 0), SAID, Map.of())
                        .candidates()
                        .getFirst();
        Candidate edited =
                new Candidate(
                        "prefer higher words(X)",
                        understood.sentence(),
                        understood.reading(),
                        understood.effect(),
                        understood.cautions(),
                        understood.safe());
        var unused = project.explaining().accept(comparison, SAID, edited);
        assertThat(project.rules().list().getFirst().figures().correct()).isEqualTo(2);
        assertThat(book("rules.md")).contains("| Right | 2 choices |");
    }

    @Test
    void hostileTextsStayTextsInHtml() throws IOException {
        var unused = project.rules().add("long", "prefer higher words(X)", "<b>ana</b>");
        String html = book("rules.html");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .contains("&lt;b&gt;ana&lt;/b&gt;")
                .doesNotContain("<script")
                .doesNotContain("<b>ana")
                .doesNotContain("\u202E");
        assertThat(html).doesNotContain("http://", "https://", "src=");
    }

    @Test
    void hostileTextsStayTextsInMarkdown() throws IOException {
        var unused = project.rules().add("long", "prefer higher words(X)", "ana");
        assertThat(book("rules.md"))
                .contains("\\<script\\>alert\\('x'\\)")
                .contains("\\*\\*bold\\*\\* \\[a\\]\\(javascript:b\\)")
                .contains("\\| ")
                .doesNotContain("\u202E");
    }

    @Test
    void historyFamilyAndWordListsAreTold() throws IOException {
        UUID one = project.rules().add("long", "prefer higher words(X)", "ana");
        UUID other = project.rules().add("sorry", "bad(X) when contains(X, @apology)", "tom");
        project.rules().edit(one, "", "prefer higher words(X) by 2", "tom");
        project.families().confirm(List.of(one, other), "ana");
        project.rules().pause(other);
        String html = book("rules.html");
        assertThat(html)
                .contains("Counted as one with: sorry")
                .contains("Word lists: @apology")
                .contains("<th>@apology</th><td>".replace("</th>", "</th>\n"))
                .contains("ana, tom")
                .contains("paused, does not vote");
        assertThat(html.indexOf("prefer higher words(X) by 2"))
                .isLessThan(html.indexOf("contains(X, @apology)"));
    }

    @Test
    void whatDoesNotVoteIsCountedAllTheSame() throws IOException {
        UUID paused = project.rules().add("long", "prefer higher words(X)", "ana");
        project.rules().pause(paused);
        assertThat(book("rules.md")).contains("| Right | 3 choices |").contains("does not vote");
    }

    @Test
    void anotherEndingIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> book("rules.docx"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("rules.docx");
        assertThat(folder.resolve("rules.docx")).doesNotExist();
    }

    @Test
    void theSameProjectGivesTheSameBook() throws IOException {
        var unused = project.rules().add("long", "prefer higher words(X)", "ana");
        assertThat(book("one.html")).isEqualTo(book("two.html"));
        assertThat(project.rules().list()).extracting(RuleRow::name).containsExactly("long");
    }
}
