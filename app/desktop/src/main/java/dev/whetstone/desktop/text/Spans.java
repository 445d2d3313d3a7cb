package dev.whetstone.desktop.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Lays overlapping spans over each other.
public final class Spans {
    private Spans() {}

    /// Cuts the text 0..`length` into consecutive spans, each with all styles that cover it, in the
    /// order of the layers. Spans that reach over the end are cut.
    public static List<Span> flatten(int length, List<Span> layers) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
        for (Span span : layers) {
            cuts.add(Math.min(span.start(), length));
            cuts.add(Math.min(span.end(), length));
        }
        List<Span> flat = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            flat.add(new Span(from, to, stylesAt(from, layers)));
            from = to;
        }
        return flat;
    }

    private static List<String> stylesAt(int index, List<Span> layers) {
        Set<String> styles = new LinkedHashSet<>();
        for (Span span : layers) {
            if (span.start() <= index && index < span.end()) {
                styles.addAll(span.styles());
            }
        }
        return List.copyOf(styles);
    }
}
