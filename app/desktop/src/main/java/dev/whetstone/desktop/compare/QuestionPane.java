package dev.whetstone.desktop.compare;

import dev.whetstone.core.text.Spans;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.ReadingSurface;
import dev.whetstone.desktop.text.Span;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.explain.Asked;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// "One question about your sentence": what was written, the two things that it can mean, and the
/// pair of replies that decides between them.
final class QuestionPane extends VBox {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int EQUAL = -1;
    private static final double ROOMY_FROM_EM = 46;

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final Messages messages;
    private final Markdown markdown = new Markdown();
    private final Label saved = Controls.yielding("", "muted", "small");
    private final MeaningsPanel meanings;
    private final Label decides = Controls.wrapped("", "muted");
    private final PromptPane prompt;
    private final List<ReadingSurface> replies;
    private final List<Label> preferred = new ArrayList<>();
    private final Label consequence = Controls.wrapped("", "muted", "small");

    QuestionPane(
            QuestionViewModel model,
            CompareActions actions,
            TextSurfaces surfaces,
            Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("page", "question-page");
        setFocusTraversable(true);
        setAccessibleText(messages.t("question.title"));
        Button later =
                Controls.button(
                        actions.get("question.later"), messages.t("question.later"), "flat");
        HBox head =
                new HBox(
                        Controls.whole(messages.t("question.title"), "page-title"),
                        Controls.spacer(),
                        saved,
                        later);
        head.getStyleClass().add("page-head");
        meanings = new MeaningsPanel(actions, messages);
        Label which = Controls.wrapped(messages.t("question.which"), "page-title");
        prompt = new PromptPane(messages);
        replies = List.of(surfaces.reading(), surfaces.reading());
        HBox columns = new HBox(column(LEFT), column(RIGHT));
        columns.getStyleClass().add("columns");
        columns.setMinHeight(0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        HBox answers =
                new HBox(
                        answer(actions.get("question.left"), messages.t("question.left")),
                        answer(actions.get("question.tie"), messages.t("question.tie")),
                        answer(actions.get("question.right"), messages.t("question.right")));
        answers.getStyleClass().add("columns");
        answers.setMinHeight(USE_PREF_SIZE);
        HBox note = new HBox(Icons.of(Feather.INFO), consequence);
        note.getStyleClass().add("row");
        note.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(consequence, Priority.ALWAYS);
        getChildren()
                .addAll(head, meanings, new VBox(which, decides), prompt, columns, answers, note);
        heightProperty().subscribe(value -> arrange());
        decides.fontProperty().subscribe(value -> arrange());
        model.askedProperty().subscribe(asked -> asked.ifPresent(this::show));
    }

    /// Where there is little room, the replies have it.
    private void arrange() {
        boolean roomy = getHeight() > ROOMY_FROM_EM * decides.getFont().getSize();
        Controls.show(decides, Controls.Shown.when(roomy));
        pseudoClassStateChanged(COMPACT, !roomy);
    }

    private VBox column(int side) {
        ReadingSurface surface = replies.get(side);
        Label name =
                Controls.whole(
                        messages.t(side == LEFT ? "compare.left" : "compare.right"), "panel-title");
        Label who = Controls.yielding("", "muted", "small");
        preferred.add(who);
        HBox header = new HBox(name, Controls.spacer(), who);
        header.getStyleClass().add("panel-header");
        surface.node().setId("question-reply-" + side);
        VBox.setVgrow(surface.node(), Priority.ALWAYS);
        VBox column = new VBox(header, surface.node());
        column.getStyleClass().addAll("panel", "response");
        column.setMinWidth(0);
        column.setPrefWidth(1);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Button answer(Action action, String text) {
        Button button = Controls.button(action, text, "answer");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private void show(Asked asked) {
        saved.setText(asked.number() > 0 ? messages.t("question.saved", asked.number()) : "");
        meanings.show(asked);
        decides.setText(messages.t("question.decides", asked.deciding().elsewhere()));
        prompt.show(asked.showing().prompt());
        for (int side : List.of(LEFT, RIGHT)) {
            show(asked, side);
        }
        consequence.setText(consequence(asked));
    }

    private void show(Asked asked, int side) {
        int stored = QuestionViewModel.reply(asked, side);
        boolean isA = stored == asked.deciding().pair().ref().a();
        String text = asked.showing().responses().get(stored).text();
        replies.get(side).show(markdown.parse(text));
        replies.get(side).mark(spans(isA ? asked.inA() : asked.inB()));
        int vote = isA ? 1 : -1;
        boolean first = asked.deciding().firstVote() == vote;
        boolean second = asked.deciding().secondVote() == vote;
        preferred
                .get(side)
                .setText(
                        first
                                ? messages.t("question.prefers", 1)
                                : second ? messages.t("question.prefers", 2) : "");
    }

    private static List<Span> spans(Spans places) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < places.count(); i++) {
            spans.add(Span.of(places.start(i), places.end(i), "found"));
        }
        return spans;
    }

    private String consequence(Asked asked) {
        return messages.t(
                "question.consequence",
                does(QuestionViewModel.meaning(asked, LEFT)),
                does(QuestionViewModel.meaning(asked, EQUAL)),
                does(QuestionViewModel.meaning(asked, RIGHT)));
    }

    private String does(int meaning) {
        return meaning == 0
                ? messages.t("question.drops")
                : messages.t("question.chooses", meaning);
    }
}
