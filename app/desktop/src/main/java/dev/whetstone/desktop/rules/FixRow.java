package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong with the text, where, and every way to mend it; what can be typed where nothing
/// is.
final class FixRow extends VBox {
    private final RulesViewModel model;
    private final WordListsViewModel lists;
    private final Messages messages;
    private final Action mend;
    private List<Runnable> fixes = List.of();

    FixRow(RulesViewModel model, WordListsViewModel lists, Messages messages) {
        this.model = model;
        this.lists = lists;
        this.messages = messages;
        mend =
                Action.always(
                        "rules.mend",
                        messages.t("action.rules.mend"),
                        Scope.on(ScreenId.RULES),
                        Shortcut.of("Alt+Enter"),
                        () -> fixes.stream().findFirst().ifPresent(Runnable::run));
        getStyleClass().add("error-row");
        model.edit().previewProperty().subscribe(this::show);
    }

    Action mendAction() {
        return mend;
    }

    private void show(Optional<Preview> preview) {
        getChildren().clear();
        fixes = List.of();
        switch (preview.orElse(null)) {
            case null -> getChildren().add(hint());
            case Preview.Broken broken -> broken(broken);
            case Preview.Counted counted when !counted.missing().isEmpty() ->
                    missing(counted.missing().getFirst());
            case Preview.Counted counted -> {
                HBox row = hint();
                row.getChildren()
                        .addAll(
                                Controls.spacer(),
                                Icons.of(Feather.CHECK, "good"),
                                Controls.whole(messages.t("rules.swap"), "muted", "small"));
                getChildren().add(row);
            }
        }
    }

    private HBox hint() {
        return Controls.row(
                new KeyCap("Ctrl Space"),
                Controls.yielding(messages.t("rules.completion.hint"), "muted", "small"));
    }

    private void broken(Preview.Broken broken) {
        say(messages.t("rules.error", broken.line(), broken.column(), broken.message()));
        offer(
                broken.suggestions().stream()
                        .map(
                                suggestion ->
                                        new Fix(
                                                messages.t("rules.use", suggestion),
                                                () -> model.mend(broken, suggestion)))
                        .toList());
    }

    private void missing(Preview.Missing list) {
        say(messages.t("rules.error.list", list.name()));
        List<Fix> offers = new ArrayList<>();
        for (String near : list.near()) {
            offers.add(new Fix(messages.t("rules.use", "@" + near), () -> model.mend(list, near)));
        }
        offers.add(
                new Fix(messages.t("rules.list.new", list.name()), () -> askForWords(list.name())));
        offer(offers);
    }

    private record Fix(String text, Runnable effect) {}

    private void say(String text) {
        getChildren()
                .add(
                        Controls.row(
                                Icons.of(Feather.ALERT_CIRCLE, "bad"),
                                Controls.wrapped(text, "small")));
    }

    private void offer(List<Fix> offers) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("fixes");
        for (int i = 0; i < offers.size(); i++) {
            Fix fix = offers.get(i);
            Button button = Controls.button(fix.text(), fix.effect(), "dense");
            if (i == 0) {
                button.setGraphic(new KeyCap(mend.shortcut()));
                button.setContentDisplay(ContentDisplay.RIGHT);
            }
            row.getChildren().add(button);
        }
        fixes = offers.stream().map(Fix::effect).toList();
        if (!offers.isEmpty()) {
            getChildren().add(row);
        }
    }

    private void askForWords(String list) {
        TextField words = new TextField();
        words.setId("new-list-words");
        words.setPromptText(messages.t("rules.list.words"));
        words.setAccessibleText(messages.t("rules.list.words"));
        words.getStyleClass().addAll("dense", "list-words");
        Runnable make = () -> lists.start(list, words.getText());
        words.setOnAction(event -> make.run());
        fixes = List.of(make);
        getChildren()
                .setAll(
                        Controls.row(
                                Controls.whole("@" + list, "mono"),
                                words,
                                Controls.button(
                                        messages.t("rules.list.make"), make, "dense", "outline")));
        words.requestFocus();
    }
}
