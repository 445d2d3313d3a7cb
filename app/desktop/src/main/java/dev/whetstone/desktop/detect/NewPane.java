package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.detect.NewViewModel.Missing;
import dev.whetstone.desktop.detect.NewViewModel.Way;
import dev.whetstone.desktop.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Makes a detector: its name, where it learns from, and what that needs.
final class NewPane extends VBox {
    private final NewViewModel model;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final TextField name = new TextField();

    /// @param back leaves without making one
    NewPane(NewViewModel model, Action back, FileDialogs dialogs, Messages messages) {
        this.model = model;
        this.dialogs = dialogs;
        this.messages = messages;
        setMinHeight(0);
        name.setId("new-detector-name");
        name.setPromptText(messages.t("detect.new.name.prompt"));
        name.setAccessibleText(messages.t("detect.name"));
        name.getStyleClass().addAll("dense", "rule-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        Map<Way, Node> pages = new EnumMap<>(Way.class);
        pages.put(
                Way.MARKS, Controls.wrapped(messages.t("detect.new.marks.text"), "muted", "small"));
        pages.put(Way.EXAMPLES, new ExamplesForm(model, messages));
        pages.put(Way.FOLDER, folder());
        model.wayProperty()
                .subscribe(
                        way ->
                                pages.forEach(
                                        (of, page) -> Controls.show(page, Shown.when(of == way))));
        VBox body = new VBox(Controls.row(new Segments(ways())));
        body.getStyleClass().add("panel-body");
        body.getChildren().addAll(pages.values());
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label missing = Controls.yielding("", "muted", "small");
        Button make =
                Controls.button(messages.t("detect.new.make"), model::make, "dense", "accent");
        make.setId("detect-make");
        model.missingProperty()
                .subscribe(
                        what -> {
                            missing.setText(what.map(this::words).orElse(""));
                            make.setDisable(what.isPresent());
                        });
        name.setOnAction(event -> model.make());
        HBox head =
                new HBox(
                        Controls.whole(messages.t("detect.new.title"), "panel-title"),
                        name,
                        missing,
                        Controls.spacer(),
                        Controls.button(back, messages.t("detect.new.leave"), "dense", "flat"),
                        make);
        head.getStyleClass().add("panel-header");
        getChildren().addAll(head, scroll);
    }

    /// Puts the caret where the name goes.
    void begin() {
        name.requestFocus();
    }

    private List<ToggleButton> ways() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (Way way : Way.values()) {
            ToggleButton button = new ToggleButton(title(way));
            button.setId("detect-way-" + way.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("dense");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        model.wayProperty().set(way);
                    });
            model.wayProperty().subscribe(now -> button.setSelected(now == way));
            buttons.add(button);
        }
        return buttons;
    }

    private String title(Way way) {
        return switch (way) {
            case MARKS -> messages.t("detect.new.marks");
            case EXAMPLES -> messages.t("detect.new.examples");
            case FOLDER -> messages.t("detect.new.folder");
        };
    }

    private String words(Missing what) {
        return switch (what) {
            case NAME -> messages.t("detect.missing.name");
            case PLAIN_NAME -> messages.t("detect.missing.plain");
            case OTHER_NAME -> messages.t("detect.missing.other");
            case EXAMPLE -> messages.t("detect.missing.example");
            case FOLDER -> messages.t("detect.missing.folder");
        };
    }

    private VBox folder() {
        Label chosen = Controls.yielding("", "small");
        ComboBox<String> labels = new ComboBox<>(model.labels());
        labels.setAccessibleText(messages.t("detect.new.label"));
        labels.valueProperty()
                .subscribe(
                        label -> {
                            if (label != null) {
                                model.labelProperty().set(label);
                            }
                        });
        model.labelProperty().subscribe(label -> labels.setValue(label.isEmpty() ? null : label));
        HBox pick = Controls.row(Controls.whole(messages.t("detect.new.label"), "small"), labels);
        model.folderProperty()
                .subscribe(
                        folder -> {
                            chosen.setText(folder.map(Path::toString).orElse(""));
                            Controls.show(pick, Shown.when(folder.isPresent()));
                        });
        VBox form =
                new VBox(
                        Controls.wrapped(messages.t("detect.new.folder.text"), "muted", "small"),
                        Controls.row(
                                Controls.button(
                                        messages.t("detect.new.folder.choose"),
                                        this::choose,
                                        "dense",
                                        "outline"),
                                chosen),
                        pick);
        form.getStyleClass().add("why-score");
        return form;
    }

    private void choose() {
        Optional<Path> folder = dialogs.folder(messages.t("detect.new.folder.choose"));
        folder.ifPresent(model::choose);
    }
}
