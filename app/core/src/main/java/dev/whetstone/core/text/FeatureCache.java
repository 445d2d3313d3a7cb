package dev.whetstone.core.text;

import java.util.LinkedHashMap;
import java.util.Map;

/// Features of texts, kept by content, so that a prompt that many pairs share is read once and a
/// changed rule votes again without reading anything. The oldest texts are dropped when their
/// characters exceed the bound.
public final class FeatureCache {
    private static final int SEGMENTS = 16;

    private final Segment[] segments = new Segment[SEGMENTS];

    /// @param maxChars bound on the sum of the texts' lengths; about 8 bytes of memory a character
    public FeatureCache(long maxChars) {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment(Math.max(1, maxChars / SEGMENTS));
        }
    }

    public TextFeatures of(String text) {
        int hash = text.hashCode();
        return segments[(hash ^ (hash >>> 16)) & (SEGMENTS - 1)].of(text);
    }

    private static final class Segment {
        private final Map<String, TextFeatures> known = new LinkedHashMap<>(64, 0.75f, true);
        private final long maxChars;
        private long chars;

        Segment(long maxChars) {
            this.maxChars = maxChars;
        }

        synchronized TextFeatures of(String text) {
            TextFeatures features = known.get(text);
            if (features == null) {
                features = new TextFeatures(text);
                if (text.length() <= maxChars) {
                    known.put(text, features);
                    chars += text.length();
                    drop();
                }
            }
            return features;
        }

        private void drop() {
            var oldest = known.entrySet().iterator();
            while (chars > maxChars && oldest.hasNext()) {
                chars -= oldest.next().getKey().length();
                oldest.remove();
            }
        }
    }
}
