package dev.whetstone.desktop.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

final class RichReadingSurface implements ReadingSurface {
    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final VirtualizedScrollPane<StyleClassedTextArea> pane =
            new VirtualizedScrollPane<>(area);
    private MarkdownDocument document = new MarkdownDocument(List.of());
    private Consumer<Span> selected = span -> {};
    private Runnable scrolled = () -> {};

    RichReadingSurface() {
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("reading");
        area.setParagraphGraphicFactory(this::marker);
        area.setUseInitialStyleForInsertion(true);
        area.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> tellSelection());
        area.addEventHandler(
                KeyEvent.KEY_RELEASED,
                event -> {
                    if (event.getCode() == KeyCode.SHIFT) {
                        tellSelection();
                    }
                });
        area.estimatedScrollYProperty().addListener((o, before, now) -> scrolled.run());
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public void show(MarkdownDocument newDocument) {
        document = newDocument;
        area.replaceText(newDocument.text());
        List<MarkdownDocument.Paragraph> paragraphs = newDocument.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            List<String> styles = new ArrayList<>(paragraphs.get(i).styles());
            if (i == 0) {
                styles.add("first");
            }
            area.setParagraphStyle(i, styles);
        }
        area.setAccessibleText(newDocument.text());
        // markers depend on the document, which the factory reads
        area.setParagraphGraphicFactory(this::marker);
        mark(List.of());
        area.moveTo(0);
        area.showParagraphAtTop(0);
    }

    @Override
    public void mark(List<Span> sourceSpans) {
        List<Span> layers = new ArrayList<>(document.spans());
        for (Span span : sourceSpans) {
            for (String style : span.styles()) {
                layers.addAll(document.toShown(span.start(), span.end(), style));
            }
        }
        apply(area, layers);
    }

    static void apply(StyleClassedTextArea area, List<Span> layers) {
        if (area.getLength() == 0) {
            return;
        }
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        for (Span span : Spans.flatten(area.getLength(), layers)) {
            builder.add(span.styles(), span.end() - span.start());
        }
        StyleSpans<Collection<String>> spans = builder.create();
        area.setStyleSpans(0, spans);
    }

    private @Nullable Label marker(int index) {
        if (index >= document.paragraphs().size()) {
            return null;
        }
        MarkdownDocument.Paragraph paragraph = document.paragraphs().get(index);
        if (paragraph.indent() == 0) {
            return null;
        }
        Label label = new Label(paragraph.marker());
        label.getStyleClass().addAll("list-marker", "indent-" + Math.min(paragraph.indent(), 4));
        label.getStyleClass().addAll(paragraph.styles());
        return label;
    }

    private void tellSelection() {
        IndexRange range = area.getSelection();
        if (range.getLength() > 0) {
            Span source = document.toSource(range.getStart(), range.getEnd());
            if (!source.isEmpty()) {
                selected.accept(source);
            }
        }
    }

    @Override
    public void onSelected(Consumer<Span> handler) {
        selected = handler;
    }

    @Override
    public void clearSelection() {
        area.deselect();
    }

    @Override
    public double scroll() {
        double range = area.getTotalHeightEstimate() - area.getHeight();
        return range <= 0 ? 0 : Math.clamp(area.getEstimatedScrollY() / range, 0, 1);
    }

    @Override
    public void scrollTo(double share) {
        double range = area.getTotalHeightEstimate() - area.getHeight();
        if (range > 0) {
            area.scrollYToPixel(share * range);
        }
    }

    @Override
    public void onScrolled(Runnable handler) {
        scrolled = handler;
    }
}
