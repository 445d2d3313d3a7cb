package dev.whetstone.desktop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Markdown ready to be shown: paragraphs of styled runs, each of which remembers where in the
/// source it stands, so that a stretch marked on the screen is a stretch of the source.
public record MarkdownDocument(List<Paragraph> paragraphs) {
    public MarkdownDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /// @param marker what stands before it: a bullet, a number, or nothing
    /// @param indent depth in lists and quotes, from 0
    /// @param styles css classes of the paragraph
    public record Paragraph(List<Run> runs, String marker, int indent, List<String> styles) {
        public Paragraph {
            runs = List.copyOf(runs);
            styles = List.copyOf(styles);
        }

        public String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }
    }

    /// @param source UTF-16 index in the source of its first character
    /// @param sourceLength length in the source; differs from the text's where the source escapes
    public record Run(String text, List<String> styles, int source, int sourceLength) {
        public Run {
            styles = List.copyOf(styles);
        }

        private int sourceOf(int offset) {
            return source + Math.min(offset, sourceLength);
        }
    }

    /// What a text surface shows: paragraphs with a line feed between them.
    public String text() {
        return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }

    /// The styles of all runs as spans of [#text()].
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        forEachRun(
                (at, run) -> {
                    if (!run.styles().isEmpty()) {
                        spans.add(new Span(at, at + run.text().length(), run.styles()));
                    }
                });
        return spans;
    }

    /// Where the stretch `start`..`end` of [#text()] stands in the source; empty when it touches no
    /// text.
    public Span toSource(int start, int end) {
        int[] found = {Integer.MAX_VALUE, -1};
        forEachRun(
                (at, run) -> {
                    int from = Math.max(start, at);
                    int to = Math.min(end, at + run.text().length());
                    if (from < to) {
                        found[0] = Math.min(found[0], run.sourceOf(from - at));
                        found[1] = Math.max(found[1], run.sourceOf(to - at));
                    }
                });
        return found[1] < 0 ? new Span(0, 0, List.of()) : new Span(found[0], found[1], List.of());
    }

    /// The stretches of [#text()] that show `start`..`end` of the source, each with `style`.
    public List<Span> toShown(int start, int end, String style) {
        List<Span> spans = new ArrayList<>();
        forEachRun(
                (at, run) -> {
                    int length = run.text().length();
                    int from = Math.clamp(start - run.source(), 0, length);
                    int to = Math.clamp(end - run.source(), 0, length);
                    if (from < to) {
                        spans.add(Span.of(at + from, at + to, style));
                    }
                });
        return spans;
    }

    private void forEachRun(RunVisitor visitor) {
        int at = 0;
        for (Paragraph paragraph : paragraphs) {
            for (Run run : paragraph.runs()) {
                visitor.visit(at, run);
                at += run.text().length();
            }
            at++;
        }
    }

    private interface RunVisitor {
        void visit(int at, Run run);
    }
}
