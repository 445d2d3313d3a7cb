package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.ConceptNeighbour;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Word lists: all of them, the words of one, and words that may belong to it, asked one by one.
final class WordListsPane extends HBox {
    private final WordListsViewModel model;
    private final Messages messages;
    private final ListView<String> names = new ListView<>();
    private final TextField filter = new TextField();
    private final VBox side = new VBox();
    private boolean filling;

    WordListsPane(WordListsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setMinHeight(0);
        getStyleClass().add("gallery");
        filter.setPromptText(messages.t("rules.list.find"));
        filter.setAccessibleText(messages.t("rules.list.find"));
        filter.getStyleClass().add("dense");
        names.setId("word-lists");
        names.setCellFactory(unused -> new NameCell());
        names.setAccessibleText(messages.t("rules.lists"));
        names.setMinHeight(0);
        VBox.setVgrow(names, Priority.ALWAYS);
        VBox left = new VBox(filter, names);
        left.getStyleClass().add("list-names");
        left.setMinHeight(0);
        side.getStyleClass().addAll("panel-body");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(left, scroll);
        names.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        name -> {
                            if (name != null && !filling) {
                                model.choose(name);
                            }
                        });
        filter.textProperty().subscribe(text -> fill());
        model.listsProperty()
                .subscribe(
                        lists -> {
                            fill();
                            show();
                        });
        model.chosenProperty().subscribe(name -> show());
        model.offeredProperty().subscribe(offered -> show());
        model.lookingProperty().subscribe(looking -> show());
    }

    private void fill() {
        filling = true;
        Map<String, List<String>> sorted = new TreeMap<>(model.listsProperty().get());
        String needle = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<String> shown =
                sorted.entrySet().stream()
                        .filter(
                                list ->
                                        list.getKey().contains(needle)
                                                || list.getValue().stream()
                                                        .anyMatch(word -> word.contains(needle)))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!names.getItems().equals(shown)) {
            names.getItems().setAll(shown);
        }
        names.refresh();
        names.getSelectionModel().select(model.chosenProperty().get());
        filling = false;
    }

    private void show() {
        side.getChildren().clear();
        String name = model.chosenProperty().get();
        if (name.isEmpty()) {
            side.getChildren()
                    .addAll(
                            Controls.wrapped(messages.t("rules.lists.help"), "muted", "small"),
                            newList());
            return;
        }
        FlowPane words = new FlowPane();
        words.getStyleClass().add("words");
        model.words().forEach(word -> words.getChildren().add(word(word)));
        side.getChildren()
                .addAll(
                        Controls.row(
                                Controls.whole("@" + name, "mono", "strong"),
                                Controls.whole(
                                        messages.t("rules.list.size", model.words().size()),
                                        "muted",
                                        "small")),
                        words,
                        add());
        near();
    }

    private Button word(String word) {
        Button button = Controls.button(word, () -> model.remove(word), "dense", "word");
        button.setGraphic(new Label("×"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText(messages.t("rules.list.remove", bare(word)));
        button.setMinWidth(0);
        return button;
    }

    private static String bare(String word) {
        boolean quoted = word.length() > 2 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    private HBox add() {
        TextField words = field("rules.list.add.prompt");
        words.setId("add-words");
        Runnable add =
                () -> {
                    model.add(words.getText());
                    words.clear();
                };
        words.setOnAction(event -> add.run());
        return Controls.row(words, Controls.button(messages.t("rules.list.add"), add, "dense"));
    }

    private VBox newList() {
        TextField name = field("rules.list.name");
        TextField words = field("rules.list.words");
        Runnable make = () -> model.start(name.getText(), words.getText());
        words.setOnAction(event -> make.run());
        return new VBox(
                Controls.row(
                        name,
                        words,
                        Controls.button(messages.t("rules.list.make"), make, "dense")));
    }

    private TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(messages.t(prompt));
        field.setAccessibleText(messages.t(prompt));
        field.getStyleClass().add("dense");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void near() {
        if (model.lookingProperty().get()) {
            side.getChildren()
                    .add(
                            Controls.row(
                                    Controls.yielding(
                                            messages.t("rules.list.looking"), "muted", "small"),
                                    Controls.button(
                                            messages.t("rules.suggest.stop"),
                                            model::stop,
                                            "dense",
                                            "flat")));
            return;
        }
        List<ConceptNeighbour> offered = model.offeredProperty().get();
        if (offered.isEmpty()) {
            side.getChildren()
                    .add(
                            Controls.row(
                                    Controls.button(
                                            messages.t("rules.list.look"),
                                            model::look,
                                            "dense",
                                            "outline")));
            return;
        }
        ConceptNeighbour one = offered.getFirst();
        VBox card =
                new VBox(
                        Controls.wrapped(
                                messages.t(
                                        "rules.list.belongs",
                                        one.words(),
                                        model.chosenProperty().get()),
                                "strong"),
                        Controls.wrapped(
                                messages.t("rules.list.where", one.texts(), one.example()),
                                "muted",
                                "small"),
                        Controls.row(
                                Controls.button(
                                        messages.t("rules.list.take"),
                                        model::take,
                                        "dense",
                                        "outline"),
                                Controls.button(
                                        messages.t("rules.list.pass"), model::pass, "dense"),
                                Controls.whole(
                                        messages.t("rules.list.more", offered.size() - 1),
                                        "muted",
                                        "small")));
        card.getStyleClass().add("question-card");
        side.getChildren().add(card);
    }

    private final class NameCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            int size = model.listsProperty().get().getOrDefault(item, List.of()).size();
            HBox row =
                    Controls.row(
                            Controls.yielding("@" + item, "mono"),
                            Controls.spacer(),
                            Controls.whole(messages.t("number", size), "muted", "small"));
            row.setMinWidth(0);
            setGraphic(row);
            setPrefWidth(0);
        }
    }
}
