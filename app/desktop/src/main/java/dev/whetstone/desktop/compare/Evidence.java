package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Marked stretches of the replies; stretches that touch become one.
final class Evidence {
    private final ObservableList<EvidenceSpan> spans = FXCollections.observableArrayList();
    private final ObservableList<EvidenceSpan> view =
            FXCollections.unmodifiableObservableList(spans);

    ObservableList<EvidenceSpan> spans() {
        return view;
    }

    void set(List<EvidenceSpan> all) {
        spans.setAll(all);
    }

    /// @param response stored index
    void add(int response, int start, int end) {
        int from = start;
        int to = end;
        List<EvidenceSpan> kept = new ArrayList<>();
        for (EvidenceSpan span : spans) {
            if (span.response() == response && span.start() <= to && span.end() >= from) {
                from = Math.min(from, span.start());
                to = Math.max(to, span.end());
            } else {
                kept.add(span);
            }
        }
        kept.add(new EvidenceSpan(response, from, to));
        spans.setAll(kept);
    }

    void clear(int response) {
        spans.removeIf(span -> span.response() == response);
    }

    /// The marked words as one would type them: without Markdown's signs, on one line.
    List<String> words(Showing showing) {
        return spans.stream()
                .map(span -> words(showing.responses().get(span.response()).text(), span))
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    private static String words(String text, EvidenceSpan span) {
        int end = Math.min(span.end(), text.length());
        return text.substring(Math.min(span.start(), end), end)
                .replaceAll("[*_#>`~\"]+", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceAll("^[\\s\\p{Punct}&&[^$]]+|[\\s\\p{Punct}&&[^%]]+$", "");
    }
}
