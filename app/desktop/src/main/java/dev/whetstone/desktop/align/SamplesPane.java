package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.align.Sample;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The same held-out message, answered by the start and by the last iteration.
final class SamplesPane extends VBox {
    private final Messages messages;
    private final Markdown markdown = new Markdown();
    private final Label place = Controls.whole("", "muted", "small");
    private final MarkdownView prompt = new MarkdownView(markdown);
    private final MarkdownView before = new MarkdownView(markdown);
    private final MarkdownView after = new MarkdownView(markdown);
    private final Label beforeFacts = Controls.yielding("", "muted", "small");
    private final Label afterFacts = Controls.yielding("", "muted", "small");
    private final Button another;
    private List<Sample> samples = List.of();
    private int index;

    SamplesPane(AlignViewModel model, Action next, Messages messages) {
        this.messages = messages;
        getStyleClass().add("tab-body");
        another = Controls.button(next, messages.t("align.another"), "dense");
        HBox head = Controls.row(place, Controls.spacer(), another);
        VBox promptBox = new VBox(prompt);
        promptBox.getStyleClass().add("quoted-prompt");
        HBox both =
                new HBox(
                        side(messages.t("align.before"), beforeFacts, before),
                        side(messages.t("align.after"), afterFacts, after));
        both.getStyleClass().add("columns");
        ScrollPane scroll = new ScrollPane(new VBox(promptBox, both));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.samplesProperty()
                .subscribe(
                        list -> {
                            samples = list;
                            index = 0;
                            show();
                        });
    }

    private static VBox side(String name, Label facts, MarkdownView text) {
        VBox box = new VBox(Controls.row(Controls.whole(name, "strong"), facts), text);
        box.getStyleClass().add("sample-side");
        box.setPrefWidth(10);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    void next() {
        index = (index + 1) % Math.max(1, samples.size());
        show();
    }

    private void show() {
        Controls.show(another, Controls.Shown.when(samples.size() > 1));
        if (samples.isEmpty()) {
            place.setText(messages.t("align.samples.none"));
            return;
        }
        Sample s = samples.get(index);
        place.setText(messages.t("align.sample", index + 1, samples.size()));
        prompt.show(s.prompt());
        before.show(s.before());
        after.show(s.after());
        beforeFacts.setText(facts(s.before(), s.scoreBefore()));
        afterFacts.setText(facts(s.after(), s.scoreAfter()));
    }

    private String facts(String text, double score) {
        int words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return messages.t("align.sample.facts", words, Numbers.two(score));
    }
}
