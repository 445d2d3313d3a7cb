package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.EditSurface;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Span;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.explain.Understanding;
import dev.whetstone.services.explain.Word;
import dev.whetstone.services.judge.Showing;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// "Why?": the question, the words, what they are understood as, tags, and the way on.
final class WhyPane extends VBox {
    private static final double LEGEND_FROM_EM = 90;
    private static final double TAGS_FROM_EM = 70;

    private final CompareViewModel model;
    private final WhyViewModel why;
    private final Messages messages;
    private final EditSurface text;
    private final ToggleButton better = new ToggleButton();
    private final ToggleButton worse = new ToggleButton();
    private final ToggleButton comment = new ToggleButton();
    private final ChipsPane chips;
    private final HBox legend;
    private final FlowPane tags = new FlowPane();
    private final HBox hints = new HBox();
    private final Label count = Controls.whole("", "strong");
    private final HBox summary = new HBox();
    private final HBox bottom = new HBox();
    private boolean fromModel;
    private boolean legendWanted;
    private final ReadOnlyBooleanWrapper crowded = new ReadOnlyBooleanWrapper();

    WhyPane(CompareViewModel model, TextSurfaces surfaces, Messages messages) {
        this.model = model;
        this.why = model.why();
        this.messages = messages;
        getStyleClass().addAll("panel", "why");
        text = surfaces.prose(messages.t("why.prompt"), messages.t("why.text"));
        text.node().setId("why-text");
        text.node().getStyleClass().add("why-text");
        chips = new ChipsPane(why, widthProperty(), messages);
        Label title = Controls.whole(messages.t("why.title"), "panel-title");
        legend =
                new HBox(
                        Controls.yielding(messages.t("why.used"), "word-used", "small"),
                        Controls.yielding(messages.t("why.reason"), "word-reason", "small"),
                        Controls.yielding(messages.t("why.unknown"), "word-unknown", "small"));
        legend.getStyleClass().add("legend");
        legend.setMinWidth(0);
        List<ToggleButton> boxes = List.of(better, worse, comment);
        boxes.forEach(
                button -> {
                    button.getStyleClass().add("dense");
                    button.setMinWidth(USE_PREF_SIZE);
                });
        better.setOnAction(event -> choose(Box.BETTER));
        worse.setOnAction(event -> choose(Box.WORSE));
        comment.setOnAction(event -> choose(Box.COMMENT));
        HBox header =
                new HBox(title, new KeyCap("E"), new Segments(boxes), Controls.spacer(), legend);
        header.getStyleClass().add("panel-header");
        tags.getStyleClass().add("tags");
        HBox.setHgrow(tags, javafx.scene.layout.Priority.ALWAYS);
        bottom.getStyleClass().add("row");
        VBox body = new VBox(text.node(), chips, bottom);
        body.getStyleClass().add("why-body");
        getChildren().addAll(header, body);
        setMinHeight(USE_PREF_SIZE);

        text.textProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!fromModel) {
                                why.textProperty().set(now);
                            }
                        });
        text.node().addEventFilter(KeyEvent.KEY_PRESSED, this::leaveText);
        widthProperty().subscribe(value -> arrange());
        why.help().formProperty().subscribe(value -> arrange());
        why.textProperty().subscribe(this::showText);
        why.understandingProperty().subscribe(this::colour);
        why.boxProperty().subscribe(value -> showQuestions());
        model.showingProperty().subscribe(value -> showQuestions());
        model.verdictProperty().subscribe(value -> showQuestions());
    }

    void setActions(CompareActions actions) {
        chips.setActions(actions);
        tags.getChildren().add(hints);
        hints.getStyleClass().add("row");
        hints.getChildren()
                .addAll(
                        new KeyCap("Tab"),
                        Controls.whole(messages.t("why.to-rules"), "muted", "small"),
                        new KeyCap("Alt 1–6"),
                        Controls.whole(messages.t("why.tags"), "muted", "small"));
        for (String tag : WhyViewModel.TAGS) {
            ToggleButton button = new ToggleButton(TagNames.of(tag, messages));
            button.getStyleClass().addAll("tag-toggle");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        why.toggleTag(tag);
                        button.setSelected(why.tags().contains(tag));
                    });
            why.tags().subscribe(() -> button.setSelected(why.tags().contains(tag)));
            tags.getChildren().add(button);
        }
        Button save =
                Controls.button(actions.get("compare.save"), messages.t("why.save"), "accent");
        ToggleButton unfold = new ToggleButton(messages.t("why.unfold"));
        unfold.setMinWidth(USE_PREF_SIZE);
        unfold.selectedProperty().bindBidirectional(chips.unfoldedProperty());
        summary.getStyleClass().add("row");
        summary.getChildren().addAll(count, unfold);
        why.chips().subscribe(this::arrange);
        bottom.getChildren().addAll(summary, tags, Controls.spacer(), save);
        arrange();
    }

    /// The legend gives way where it would be cut.
    private void arrange() {
        boolean room = getWidth() > LEGEND_FROM_EM * comment.getFont().getSize();
        Controls.show(legend, Controls.Shown.when(legendWanted && room));
        Controls.show(hints, Controls.Shown.when(room));
        boolean narrow = getWidth() < TAGS_FROM_EM * comment.getFont().getSize();
        Controls.show(tags, Controls.Shown.when(!narrow));
        Controls.show(summary, Controls.Shown.when(narrow && !why.chips().isEmpty()));
        boolean filling = narrow && why.help().formProperty().get() != HelpViewModel.Form.NONE;
        Controls.show(text.node(), Controls.Shown.when(!filling));
        Controls.show(bottom, Controls.Shown.when(!filling));
        crowded.set(filling);
        count.setText(messages.t("why.summary", count(Chip.Rule.class), count(Chip.Ask.class)));
    }

    /// Whether something is filled in where there is little room: the replies need the rest.
    ReadOnlyBooleanProperty crowded() {
        return crowded.getReadOnlyProperty();
    }

    private long count(Class<? extends Chip> kind) {
        return why.chips().stream().filter(kind::isInstance).count();
    }

    void focusText() {
        text.focus();
    }

    /// Esc gives the keys back to the desk.
    private void leaveText(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            getParent().lookup(".responses").requestFocus();
            event.consume();
        }
    }

    private void choose(Box box) {
        why.boxProperty().set(box);
        showQuestions();
        text.focus();
    }

    private void showText(String newText) {
        if (!newText.equals(text.text())) {
            fromModel = true;
            text.setText(newText);
            fromModel = false;
        }
    }

    private void colour(Understanding understanding) {
        if (understanding.text().equals(text.text())) {
            text.style(understanding.words().stream().map(WhyPane::span).toList());
        }
        legendWanted = !understanding.words().isEmpty();
        arrange();
    }

    private static Span span(Word word) {
        return Span.of(word.start(), word.end(), style(word));
    }

    static String style(Word word) {
        return switch (word.use()) {
            case USED -> "word-used";
            case REASON -> "word-reason";
            case UNKNOWN -> "word-unknown";
        };
    }

    /// The questions name the sides: "What is wrong with the left one?"
    private void showQuestions() {
        model.settled().ifPresent(this::showQuestions);
        Box box = why.boxProperty().get();
        better.setSelected(box == Box.BETTER);
        worse.setSelected(box == Box.WORSE);
        comment.setSelected(box == Box.COMMENT);
    }

    private void showQuestions(Showing showing) {
        Verdict verdict = model.verdictProperty().get();
        int n = showing.responses().size();
        int winner = verdict.winner();
        int loser = verdict.loser();
        better.setText(
                winner < 0
                        ? messages.t("why.better")
                        : messages.t("why.better.of", side(showing, winner, n)));
        worse.setText(
                loser < 0
                        ? messages.t("why.worse")
                        : messages.t("why.worse.of", side(showing, loser, n)));
        comment.setText(messages.t("why.comment"));
    }

    private String side(Showing showing, int stored, int n) {
        int position = showing.position(stored);
        if (n > 2) {
            return ResponseColumn.name(position, n, messages);
        }
        return position == 0 ? messages.t("why.side.left") : messages.t("why.side.right");
    }
}
