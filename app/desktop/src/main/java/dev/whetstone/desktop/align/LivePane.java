package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.align.LiveSample;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A held-out message of the run under way: the start's reply beside the newest one.
final class LivePane extends VBox {
    private final Messages messages;
    private final Label place = Controls.yielding("", "muted", "small");
    private final Label nowName = Controls.whole("", "strong");
    private final MarkdownView prompt;
    private final MarkdownView start;
    private final MarkdownView now;
    private final VBox page;
    private final Label none;
    private List<LiveSample> samples = List.of();
    private int index;

    LivePane(AlignViewModel model, Action another, Messages messages) {
        this.messages = messages;
        getStyleClass().add("panel");
        Markdown markdown = new Markdown();
        prompt = new MarkdownView(markdown);
        start = new MarkdownView(markdown);
        now = new MarkdownView(markdown);
        HBox header =
                new HBox(
                        Controls.yielding(messages.t("align.live.title"), "panel-title"),
                        place,
                        Controls.spacer(),
                        Controls.button(another, messages.t("align.another"), "dense"));
        header.getStyleClass().add("panel-header");
        VBox quoted = new VBox(prompt);
        quoted.getStyleClass().add("quoted-prompt");
        HBox both =
                new HBox(
                        side(Controls.whole(messages.t("align.before"), "strong"), start),
                        side(nowName, now));
        both.getStyleClass().add("columns");
        page = new VBox(quoted, both);
        none = Controls.wrapped(messages.t("align.live.none"), "muted", "panel-note");
        ScrollPane scroll = new ScrollPane(new VBox(none, page));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        setMinSize(0, 0);
        model.liveProperty().subscribe(this::show);
    }

    private static VBox side(Label name, MarkdownView text) {
        VBox box = new VBox(name, text);
        box.getStyleClass().add("sample-side");
        box.setPrefWidth(10);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    void next() {
        index++;
        refresh();
    }

    private void show(List<LiveSample> fresh) {
        samples = fresh;
        refresh();
    }

    private void refresh() {
        Controls.show(none, Controls.Shown.when(samples.isEmpty()));
        Controls.show(page, Controls.Shown.when(!samples.isEmpty()));
        if (samples.isEmpty()) {
            place.setText("");
            return;
        }
        int at = index % samples.size();
        LiveSample sample = samples.get(at);
        place.setText(messages.t("align.live.place", at + 1, samples.size()));
        nowName.setText(
                sample.iteration() == 0
                        ? messages.t("align.live.same")
                        : messages.t("align.live.now", sample.iteration()));
        prompt.show(sample.prompt());
        start.show(sample.start());
        now.show(sample.now());
    }
}
