package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.MarkdownDocument;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.ReadingSurface;
import dev.whetstone.desktop.text.Span;
import dev.whetstone.desktop.text.TextDiff;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One response: its name, length, evidence, whether it is the choice, and its text.
final class ResponseColumn extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("current");

    private final CompareViewModel model;
    private final int position;
    private final ReadingSurface surface;
    private final Messages messages;
    private final Label place = Controls.whole("", "place");
    private final Label name = Controls.whole("", "panel-title");
    private final Label words = Controls.yielding("", "muted", "small");
    private final Button evidence;
    private final Button grow;
    private final Label choice;

    ResponseColumn(
            CompareViewModel model, int position, ReadingSurface surface, Messages messages) {
        this.model = model;
        this.position = position;
        this.surface = surface;
        this.messages = messages;
        getStyleClass().addAll("panel", "response");
        evidence = Controls.button("", this::clearEvidence, "flat", "dense", "evidence-count");
        evidence.setAccessibleText(messages.t("compare.evidence.clear"));
        grow =
                Controls.withKey(
                        Controls.button(
                                messages.t("compare.evidence.words"),
                                model.why().help()::openWords,
                                "flat",
                                "dense"),
                        "L");
        choice = Controls.whole(messages.t("compare.choice"), "tag", "accent-tag");
        choice.setGraphic(Icons.of(Feather.CHECK));
        HBox header = new HBox(place, name, words, Controls.spacer(), evidence, grow, choice);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(surface.node(), Priority.ALWAYS);
        getChildren().addAll(header, surface.node());
        surface.onSelected(this::attach);
        setOnMouseClicked(event -> model.focusedProperty().set(position));
        setMinWidth(0);
    }

    ReadingSurface surface() {
        return surface;
    }

    /// Left and right for two, letters for more.
    static String name(int position, int count, Messages messages) {
        if (count == 2) {
            return position == 0 ? messages.t("compare.left") : messages.t("compare.right");
        }
        return String.valueOf((char) ('A' + position));
    }

    void show(Showing showing, MarkdownDocument document) {
        surface.show(document);
        name.setText(name(position, showing.responses().size(), messages));
        String text = showing.at(position).text().strip();
        int count = text.isEmpty() ? 0 : text.split("\\s+").length;
        words.setText(messages.t("compare.words", count));
        surface.node().setId("response-" + position);
    }

    void refresh(Showing showing, boolean differences) {
        int stored = showing.storedIndex(position);
        Verdict verdict = model.verdictProperty().get();
        boolean pair = showing.responses().size() == 2;
        boolean chosen = verdict.winner() == stored;
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(FOCUS, !pair && model.focusedProperty().get() == position);
        Controls.show(choice, Shown.when(chosen && pair));
        Controls.show(place, Shown.when(!pair));
        int slot = verdict.slots().get(stored);
        place.setText(slot == 0 ? "–" : String.valueOf(slot));
        List<EvidenceSpan> mine =
                model.why().evidence().stream().filter(e -> e.response() == stored).toList();
        Controls.show(evidence, Shown.when(!mine.isEmpty()));
        Controls.show(grow, Shown.when(!mine.isEmpty()));
        evidence.setText(messages.t("compare.evidence", mine.size()));
        List<Span> marks = new ArrayList<>();
        if (differences) {
            marks.addAll(differences(showing));
        }
        mine.forEach(e -> marks.add(Span.of(e.start(), e.end(), "evidence")));
        surface.mark(marks);
    }

    /// Against the other of two; among more, against the focused one.
    private List<Span> differences(Showing showing) {
        int n = showing.responses().size();
        int focused = Math.clamp(model.focusedProperty().get(), 0, n - 1);
        int other = n == 2 ? 1 - position : focused;
        return other == position
                ? List.of()
                : TextDiff.between(showing.at(position).text(), showing.at(other).text()).left();
    }

    private void attach(Span span) {
        model.showingProperty()
                .get()
                .ifPresent(
                        s ->
                                model.why()
                                        .addEvidence(
                                                s.storedIndex(position), span.start(), span.end()));
        surface.clearSelection();
    }

    private void clearEvidence() {
        model.showingProperty()
                .get()
                .ifPresent(s -> model.why().clearEvidence(s.storedIndex(position)));
    }
}
