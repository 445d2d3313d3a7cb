package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.Span;
import dev.whetstone.desktop.text.TextDiff;
import dev.whetstone.services.rules.Revision;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The open rule's versions, newest first, each with what it changed; every one can be brought
/// back.
final class HistoryPanel extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm").withZone(ZoneId.systemDefault());

    private final HistoryViewModel model;
    private final Messages messages;

    HistoryPanel(HistoryViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        model.revisionsProperty().subscribe(this::show);
    }

    private void show(List<Revision> history) {
        getChildren().clear();
        if (history.isEmpty()) {
            getChildren().add(Controls.wrapped(messages.t("rules.history.none"), "muted", "small"));
            return;
        }
        if (model.canUndo()) {
            getChildren()
                    .add(
                            Controls.row(
                                    Controls.button(
                                            messages.t("rules.restore.undo"),
                                            model::undo,
                                            "dense",
                                            "outline")));
        }
        for (int i = 0; i < history.size(); i++) {
            getChildren().add(entry(history, i));
        }
    }

    private VBox entry(List<Revision> history, int i) {
        Revision revision = history.get(i);
        String who =
                revision.author().isBlank()
                        ? messages.t(
                                "rules.history.what", TIME.format(revision.at()), revision.what())
                        : messages.t(
                                "rules.history.entry",
                                TIME.format(revision.at()),
                                revision.author(),
                                revision.what());
        HBox head = Controls.row(Controls.yielding(who, "muted", "small"), Controls.spacer());
        if (i > 0) {
            head.getChildren()
                    .add(
                            Controls.button(
                                    messages.t("rules.restore"),
                                    () -> model.restore(revision),
                                    "dense",
                                    "flat"));
        }
        List<Span> changed =
                i + 1 < history.size()
                        ? TextDiff.between(history.get(i + 1).text(), revision.text()).right()
                        : List.of();
        VBox entry = new VBox(head, flow(revision.text(), changed));
        if (i + 1 < history.size() && !history.get(i + 1).text().equals(revision.text())) {
            gone(history.get(i + 1).text(), revision.text(), entry);
        }
        if (!revision.slots().isEmpty()) {
            entry.getChildren().add(Controls.wrapped(slots(revision), "muted", "small"));
        }
        entry.getStyleClass().add("revision");
        return entry;
    }

    /// What the older text had and this one lacks.
    private void gone(String before, String now, VBox entry) {
        String lost =
                TextDiff.between(before, now).left().stream()
                        .map(span -> before.substring(span.start(), span.end()))
                        .collect(Collectors.joining(" … "));
        if (!lost.isBlank()) {
            Text words = new Text(lost);
            words.getStyleClass().addAll("rule-gone");
            TextFlow flow = new TextFlow(words);
            flow.getStyleClass().addAll("mono", "small");
            entry.getChildren().add(flow);
        }
    }

    private static TextFlow flow(String text, List<Span> changed) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("mono", "small");
        int at = 0;
        for (Span span : changed) {
            add(flow, text.substring(at, span.start()), "rule-kept");
            add(flow, text.substring(span.start(), span.end()), "rule-new");
            at = span.end();
        }
        add(flow, text.substring(at), "rule-kept");
        return flow;
    }

    private static void add(TextFlow flow, String text, String style) {
        if (!text.isEmpty()) {
            Text part = new Text(text);
            part.getStyleClass().add(style);
            flow.getChildren().add(part);
        }
    }

    private static String slots(Revision revision) {
        return new TreeMap<>(revision.slots())
                .entrySet().stream()
                        .map(
                                slot ->
                                        "?"
                                                + slot.getKey()
                                                + " = "
                                                + Numbers.fixed(slot.getValue(), 2))
                        .collect(Collectors.joining(", "));
    }
}
