package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.Reply;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Examples of what a detector looks for, and of the contrary: typed, or chosen among replies.
final class ExamplesForm extends VBox {
    private static final int SHORT = 60;
    private static final int LONGER = 220;

    private final NewViewModel model;
    private final Messages messages;
    private final VBox replies = new VBox();

    ExamplesForm(NewViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("why-score");
        TextField look = field("detect.new.look.prompt");
        look.textProperty().subscribe(model::look);
        replies.getStyleClass().add("tight");
        getChildren()
                .addAll(
                        Controls.wrapped(messages.t("detect.new.examples.text"), "muted", "small"),
                        list("detect.new.like", model.like(), "new-detector-like"),
                        list("detect.new.unlike", model.unlike(), "new-detector-unlike"),
                        look,
                        replies);
        model.offeredProperty().subscribe(offered -> show());
    }

    private TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(messages.t(prompt));
        field.setAccessibleText(messages.t(prompt));
        field.getStyleClass().add("dense");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private VBox list(String prompt, ObservableList<String> examples, String id) {
        TextField typed = field(prompt);
        typed.setId(id);
        Runnable add =
                () -> {
                    model.add(examples, typed.getText());
                    typed.clear();
                };
        typed.setOnAction(event -> add.run());
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("words");
        examples.addListener(
                (ListChangeListener<String>)
                        change ->
                                chips.getChildren()
                                        .setAll(
                                                examples.stream()
                                                        .map(text -> chip(text, examples))
                                                        .toList()));
        VBox box =
                new VBox(
                        Controls.row(
                                typed, Controls.button(messages.t("detect.new.add"), add, "dense")),
                        chips);
        box.getStyleClass().add("tight");
        return box;
    }

    private Button chip(String text, ObservableList<String> examples) {
        Button chip =
                Controls.button(
                        shortened(text, SHORT), () -> examples.remove(text), "dense", "word");
        chip.setGraphic(new Label("×"));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(messages.t("rules.list.remove", shortened(text, SHORT)));
        return chip;
    }

    private void show() {
        replies.getChildren().clear();
        for (Reply reply : model.offeredProperty().get()) {
            Label text = Controls.yielding(shortened(reply.text(), LONGER), "small");
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            replies.getChildren()
                    .add(
                            Controls.row(
                                    text,
                                    Controls.button(
                                            messages.t("detect.new.is"),
                                            () -> model.add(model.like(), reply.text()),
                                            "dense"),
                                    Controls.button(
                                            messages.t("detect.new.isnot"),
                                            () -> model.add(model.unlike(), reply.text()),
                                            "dense")));
        }
    }

    private static String shortened(String text, int most) {
        String plain = text.strip().replaceAll("\\s+", " ");
        return plain.length() <= most ? plain : plain.substring(0, most).stripTrailing() + "…";
    }
}
