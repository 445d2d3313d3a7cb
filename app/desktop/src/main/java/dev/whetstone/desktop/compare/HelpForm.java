package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What an expert fills in after a sentence that is no rule: the words it is about, or a fact.
final class HelpForm extends VBox {
    private final HelpViewModel help;
    private final Messages messages;
    private final ComboBox<String> list = new ComboBox<>();
    private final FlowPane marked = new FlowPane();
    private final TextField typed;
    private final TextField topic;
    private final VBox words;
    private final VBox fact;
    private final Label then = Controls.yielding("", "muted", "small");

    HelpForm(HelpViewModel help, Messages messages) {
        this.help = help;
        this.messages = messages;
        getStyleClass().addAll("chip", "help-form");
        list.setEditable(true);
        list.setItems(help.lists());
        list.setId("help-list");
        list.setPromptText(messages.t("help.words.list.prompt"));
        list.setAccessibleText(messages.t("help.words.list"));
        // the editor, since a name that is typed is no value of the list until Enter
        list.getEditor().textProperty().bindBidirectional(help.listProperty());
        typed = field(help.typedProperty(), "help-words", messages.t("help.words.typed.prompt"));
        marked.getStyleClass().add("tags");
        words =
                new VBox(
                        Controls.wrapped(messages.t("help.words.title"), "chip-title"),
                        marked,
                        Controls.row(
                                labelled(messages.t("help.words.list"), list),
                                labelled(messages.t("help.words.typed"), typed)));
        topic = field(help.topicProperty(), "help-topic", messages.t("help.fact.topic.prompt"));
        TextField right =
                field(help.rightProperty(), "help-right", messages.t("help.fact.right.prompt"));
        TextField wrong =
                field(help.wrongProperty(), "help-wrong", messages.t("help.fact.wrong.prompt"));
        fact =
                new VBox(
                        Controls.wrapped(messages.t("help.fact.title"), "chip-title"),
                        Controls.row(
                                labelled(messages.t("help.fact.topic"), topic),
                                labelled(messages.t("help.fact.right"), right),
                                labelled(messages.t("help.fact.wrong"), wrong)));
        words.getStyleClass().add("help-fields");
        fact.getStyleClass().add("help-fields");
        Button take = Controls.button(messages.t("help.take"), help::take, "dense", "outline");
        take.setId("help-take");
        Button cancel = Controls.button(messages.t("chip.cancel"), help::cancel, "dense", "flat");
        HBox foot = Controls.row(take, cancel, then);
        foot.getStyleClass().add("help-foot");
        getChildren().addAll(words, fact, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        help.marked().subscribe(this::showMarked);
        help.formProperty().subscribe(this::show);
    }

    private static TextField field(StringProperty value, String id, String prompt) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPromptText(prompt);
        field.setId(id);
        return field;
    }

    private static Node labelled(String name, javafx.scene.control.Control field) {
        Label label = Controls.label(name, "muted", "small");
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        VBox both = new VBox(label, field);
        both.setMinWidth(0);
        both.setPrefWidth(1);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private void showMarked() {
        marked.getChildren().clear();
        for (String each : help.marked()) {
            Button token =
                    Controls.button(
                            "“" + each + "” ✕", () -> help.marked().remove(each), "tag-toggle");
            token.setAccessibleText(messages.t("help.words.remove", each));
            token.setMinWidth(0);
            marked.getChildren().add(token);
        }
        Controls.show(marked, Controls.Shown.when(!help.marked().isEmpty()));
    }

    private void show(HelpViewModel.Form form) {
        then.setText(
                form == HelpViewModel.Form.WORDS
                        ? messages.t("help.words.then")
                        : messages.t("help.fact.then"));
        Controls.show(words, Controls.Shown.when(form == HelpViewModel.Form.WORDS));
        Controls.show(fact, Controls.Shown.when(form == HelpViewModel.Form.FACT));
    }

    /// Puts the caret into the first field.
    void begin() {
        switch (help.formProperty().get()) {
            case WORDS -> (help.marked().isEmpty() ? typed : list.getEditor()).requestFocus();
            case FACT -> topic.requestFocus();
            case NONE -> {}
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            help.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !event.isShortcutDown()
                && !list.isShowing()
                && !(event.getTarget() instanceof Button)) {
            help.take();
            event.consume();
        }
    }
}
