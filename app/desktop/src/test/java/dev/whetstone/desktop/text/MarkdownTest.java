package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @Test
    void aListKeepsItsNumbersAsMarkers() {
        MarkdownDocument document = markdown.parse("Do:\n\n3. call\n4. write");
        assertThat(document.text()).isEqualTo("Do:\ncall\nwrite");
        assertThat(document.paragraphs())
                .extracting(MarkdownDocument.Paragraph::marker)
                .containsExactly("", "3.", "4.");
    }

    @Test
    void aSelectionOfShownTextIsTheSourceBehindIt() {
        String source = "Your claim is **fully covered** today.";
        MarkdownDocument document = markdown.parse(source);
        int start = document.text().indexOf("is fully covered");
        Span span = document.toSource(start, start + "is fully covered".length());
        assertThat(source.substring(span.start(), span.end())).isEqualTo("is **fully covered");
    }

    @Test
    void aStretchOfTheSourceIsShownWhereItStands() {
        String source = "One **two** three";
        MarkdownDocument document = markdown.parse(source);
        List<Span> shown = document.toShown(source.indexOf("two"), source.length(), "evidence");
        assertThat(shown.stream().map(s -> document.text().substring(s.start(), s.end())))
                .containsExactly("two", " three");
    }

    @Test
    void aSingleLineBreakStaysALineBreak() {
        assertThat(markdown.parse("a\nb").text()).isEqualTo("a\nb");
    }

    @Test
    void codeKeepsItsSpacesAndPlace() {
        String source = "x\n\n```\n  if a:\n    b\n```\n";
        MarkdownDocument document = markdown.parse(source);
        assertThat(document.text()).isEqualTo("x\n  if a:\n    b");
        Span span = document.toSource(document.text().indexOf("b"), document.text().length());
        assertThat(source.substring(span.start(), span.end())).isEqualTo("b");
    }

    @Test
    void htmlIsShownAsText() {
        assertThat(markdown.parse("a <b>bold</b> b").text()).isEqualTo("a <b>bold</b> b");
    }

    @Test
    void aTableIsRowsOfCells() {
        assertThat(markdown.parse("|a|b|\n|-|-|\n|1|2|\n").text()).isEqualTo("a  |  b\n1  |  2");
    }
}
