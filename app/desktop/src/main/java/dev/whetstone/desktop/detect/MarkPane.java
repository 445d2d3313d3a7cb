package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.detect.MarkViewModel.Count;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.Reply;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One reply with a question about it, answered by a key.
final class MarkPane extends VBox {
    private static final int LONGEST_PROMPT = 400;

    private final MarkViewModel model;
    private final Messages messages;
    private final Markdown markdown = new Markdown();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = Controls.whole("", "strong", "small");
    private final Label hint = Controls.yielding("", "muted", "small");
    private final Label question = Controls.wrapped("", "strong", "lead");
    private final Label prompt = Controls.wrappedWithin("", "muted", "small");
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);
    private final HBox answers;

    MarkPane(MarkViewModel model, DetectorActions actions, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("mark-page");
        setMinHeight(0);
        bar.getStyleClass().add("thin");
        text.getStyleClass().add("marked-reply");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("reply-scroll");
        scroll.setMinHeight(0);
        scroll.setPrefHeight(10);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        prompt.setMaxHeight(USE_PREF_SIZE);
        answers =
                Controls.row(
                        Controls.button(actions.yes(), messages.t("detect.yes"), "outline"),
                        Controls.button(actions.no(), messages.t("detect.no")),
                        Controls.button(actions.skip(), messages.t("detect.skip"), "flat"),
                        Controls.spacer(),
                        Controls.button(actions.unmark(), messages.t("detect.unmark"), "flat"));
        getChildren().addAll(Controls.row(bar, count, hint), question, prompt, scroll, answers);
        model.currentProperty().subscribe(this::show);
        model.exhaustedProperty().subscribe(none -> show(model.currentProperty().get()));
        model.countProperty().subscribe(this::count);
    }

    private void count(Count now) {
        bar.setProgress(Math.min(1, (double) now.all() / Count.WANTED));
        count.setText(
                now.all() < Count.WANTED
                        ? messages.t("detect.count.of", now.all(), Count.WANTED)
                        : messages.t("detect.count", now.all()));
        hint.setText(hint(now));
    }

    private String hint(Count now) {
        if (now.suffices()) {
            return messages.t("detect.hint.enough", now.yes(), now.no());
        }
        if (now.all() < Count.WANTED) {
            return messages.t("detect.hint.more", now.yes(), now.no());
        }
        return now.yes() < now.no()
                ? messages.t("detect.hint.yes", now.yes(), Count.WANTED_OF_A_SORT)
                : messages.t("detect.hint.no", now.no(), Count.WANTED_OF_A_SORT);
    }

    private void show(Optional<Reply> reply) {
        boolean none = reply.isEmpty();
        Controls.show(scroll, Shown.when(!none));
        Controls.show(answers, Shown.when(!none));
        Controls.show(prompt, Shown.when(!none));
        question.setText(
                none
                        ? model.exhaustedProperty().get()
                                ? messages.t("detect.exhausted")
                                : messages.t("detect.drawing")
                        : messages.t("detect.question", words(model.name())));
        text.getChildren().clear();
        reply.ifPresent(
                shown -> {
                    String asked = shown.prompt().strip().replaceAll("\\s+", " ");
                    prompt.setText(
                            messages.t(
                                    "detect.answers",
                                    asked.length() > LONGEST_PROMPT
                                            ? asked.substring(0, LONGEST_PROMPT) + "…"
                                            : asked));
                    MarkdownView view = new MarkdownView(markdown);
                    view.show(shown.text());
                    text.getChildren().setAll(view);
                    scroll.setVvalue(0);
                });
    }

    /// A detector's name as a person says it: `contains_apology` is "contains apology".
    static String words(String name) {
        return name.replace('_', ' ');
    }
}
