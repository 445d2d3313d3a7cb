package dev.whetstone.core.judgement;

import java.util.List;

/// Why the expert judged so, in the expert's own words.
///
/// @param tags one-keystroke reasons, e.g. `missing`, `wrong`, `tone`, `format`, `length`
public record Explanation(Box box, String text, List<EvidenceSpan> spans, List<String> tags) {
    public static final Explanation NONE = new Explanation(Box.COMMENT, "", List.of(), List.of());

    public Explanation {
        spans = List.copyOf(spans);
        tags = List.copyOf(tags);
    }

    public static Explanation of(Box box, String text) {
        return new Explanation(box, text, List.of(), List.of());
    }

    public boolean isEmpty() {
        return text.isBlank() && spans.isEmpty() && tags.isEmpty();
    }
}
