package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The guidelines, to read or to write.
final class GuidelinesPane extends VBox {
    private final GuidelinesViewModel model;
    private final MarkdownView reading = new MarkdownView(new Markdown());
    private final Node empty;
    private final TextArea writing = new TextArea();
    private final ScrollPane scroll = new ScrollPane();
    private final Button edit;
    private final Button save;

    GuidelinesPane(GuidelinesViewModel model, Messages messages) {
        this.model = model;
        getStyleClass().addAll("panel", "guidelines");
        edit =
                Controls.button(
                        messages.t("guidelines.edit"),
                        () -> model.editingProperty().set(true),
                        "dense");
        save =
                Controls.button(
                        messages.t("guidelines.save"),
                        () -> model.save(writing.getText()),
                        "dense",
                        "outline");
        edit.setId("guidelines-edit");
        save.setId("guidelines-save");
        HBox header =
                new HBox(
                        Controls.whole(messages.t("guidelines.title"), "panel-title"),
                        Controls.spacer(),
                        edit,
                        save);
        header.getStyleClass().add("panel-header");
        empty = Controls.wrapped(messages.t("guidelines.none"), "muted");
        writing.setWrapText(true);
        writing.setId("guidelines-text");
        writing.setAccessibleText(messages.t("guidelines.title"));
        writing.setPromptText(messages.t("guidelines.prompt"));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(writing, Priority.ALWAYS);
        getChildren().addAll(header, scroll, writing);
        setMinHeight(0);
        model.shownProperty().subscribe(shown -> Controls.show(this, Shown.when(shown)));
        model.textProperty().subscribe(text -> refresh());
        model.editingProperty().subscribe(editing -> refresh());
    }

    private void refresh() {
        boolean editing = model.editingProperty().get();
        String text = model.textProperty().get();
        reading.show(text);
        VBox page = new VBox(text.isBlank() ? empty : reading);
        page.getStyleClass().add("panel-body");
        scroll.setContent(page);
        Controls.show(scroll, Shown.when(!editing));
        Controls.show(writing, Shown.when(editing));
        Controls.show(edit, Shown.when(!editing));
        Controls.show(save, Shown.when(editing));
        if (editing) {
            writing.setText(text);
            writing.requestFocus();
        }
    }
}
