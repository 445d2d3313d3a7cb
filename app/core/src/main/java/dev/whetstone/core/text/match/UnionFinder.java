package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;

/// Finds what any of several finders finds; of overlapping places the first, then the longest.
public record UnionFinder(List<Finder> finders) implements Finder {
    public UnionFinder {
        finders = List.copyOf(finders);
    }

    @Override
    public Spans find(TextFeatures text) {
        Spans.Builder found = new Spans.Builder();
        for (Finder finder : finders) {
            Spans spans = finder.find(text);
            for (int i = 0; i < spans.count(); i++) {
                found.add(spans.start(i), spans.end(i));
            }
        }
        return found.build();
    }

    @Override
    public boolean occursIn(TextFeatures text) {
        for (Finder finder : finders) {
            if (finder.occursIn(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean opens(TextFeatures text) {
        return finders.stream().anyMatch(finder -> finder.opens(text));
    }
}
