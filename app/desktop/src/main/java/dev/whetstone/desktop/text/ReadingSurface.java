package dev.whetstone.desktop.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// A text to be read: rendered Markdown with stretches marked, and selection told in terms of the
/// source.
public interface ReadingSurface {
    Region node();

    void show(MarkdownDocument document);

    /// Marks stretches of the source, over its own styles.
    void mark(List<Span> sourceSpans);

    /// Called with the stretch of the source that a person has selected, when the selection ends.
    void onSelected(Consumer<Span> handler);

    void clearSelection();

    /// Share of the text above the upper edge, 0 to 1.
    double scroll();

    void scrollTo(double share);

    void onScrolled(Runnable handler);
}
