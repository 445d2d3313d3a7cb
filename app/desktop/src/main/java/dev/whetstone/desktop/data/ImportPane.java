package dev.whetstone.desktop.data;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.data.ImportPreview;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The import under way: columns and what they are, the first row as it will look, what will
/// happen.
final class ImportPane extends VBox {
    private static final int EXCERPT = 60;

    private final ImportViewModel model;
    private final Messages messages;
    private final Label name = Controls.yielding("", "tag");
    private final Label facts = Controls.yielding("", "muted", "small");
    private final VBox columns = new VBox();
    private final RowPreview row;
    private boolean filling;

    ImportPane(ImportViewModel model, Action run, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("page");
        HBox head =
                new HBox(
                        Controls.whole(messages.t("import.title"), "page-title"),
                        name,
                        facts,
                        Controls.spacer(),
                        Controls.button(
                                messages.t("import.cancel"), model::cancel, "flat", "dense"));
        head.getStyleClass().add("page-head");
        columns.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        Panel columnPanel = new Panel(messages.t("import.columns"));
        columnPanel.grow(scroll);
        TextField mapping = new TextField();
        mapping.textProperty().bindBidirectional(model.mappingProperty());
        mapping.getStyleClass().addAll("mono", "dense");
        mapping.setAccessibleText(messages.t("import.mapping"));
        HBox.setHgrow(mapping, Priority.ALWAYS);
        Button check = Controls.button(messages.t("import.check"), model::check, "dense");
        check.disableProperty().bind(model.busyProperty());
        HBox mappingRow =
                Controls.row(
                        Controls.whole(messages.t("import.mapping"), "muted", "small"),
                        mapping,
                        check);
        mappingRow.getStyleClass().add("panel-foot");
        columnPanel.add(mappingRow);
        row = new RowPreview(model, messages);
        HBox upper = new HBox(columnPanel, row);
        upper.getStyleClass().add("columns");
        HBox.setHgrow(columnPanel, Priority.ALWAYS);
        HBox.setHgrow(row, Priority.ALWAYS);
        columnPanel.setPrefWidth(10);
        columnPanel.setMinWidth(0);
        row.setPrefWidth(12);
        ImportOutcome outcome = new ImportOutcome(model, messages);
        upper.setPrefHeight(10);
        outcome.setPrefHeight(10);
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(outcome, Priority.ALWAYS);
        CheckBox skipBad = new CheckBox(messages.t("import.skip-bad"));
        skipBad.selectedProperty().bindBidirectional(model.skipBadProperty());
        skipBad.visibleProperty().bind(model.hasBadRows());
        skipBad.managedProperty().bind(model.hasBadRows());
        HBox foot =
                new HBox(
                        Controls.yielding(messages.t("import.blind"), "muted", "small"),
                        Controls.spacer(),
                        skipBad,
                        Controls.button(run, messages.t("import.run"), "accent"));
        foot.getStyleClass().add("row");
        getChildren().addAll(head, upper, outcome, foot);
        model.previewProperty().subscribe(this::show);
        model.mappingProperty().subscribe(text -> show(model.previewProperty().get()));
    }

    private void show(Optional<ImportPreview> preview) {
        if (preview.isEmpty()) {
            return;
        }
        ImportPreview p = preview.get();
        name.setText(
                model.fileProperty().get().map(Path::getFileName).map(Path::toString).orElse(""));
        facts.setText(
                p.format().isEmpty()
                        ? messages.t("import.unknown")
                        : messages.t("import.recognised", p.format()));
        filling = true;
        columns.getChildren().clear();
        Map<String, String> first = p.rows().isEmpty() ? Map.of() : p.rows().getFirst();
        for (String column : p.columns()) {
            columns.getChildren().add(column(column, first.getOrDefault(column, "")));
        }
        filling = false;
        row.show(p);
    }

    private HBox column(String column, String example) {
        String text = example.replaceAll("\\s+", " ");
        Label excerpt =
                Controls.yielding(
                        text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text,
                        "muted",
                        "small");
        HBox source = Controls.row(Controls.whole(column, "strong"), excerpt);
        source.getStyleClass().add("note");
        source.setMinWidth(0);
        HBox.setHgrow(source, Priority.ALWAYS);
        ComboBox<String> role = new ComboBox<>();
        role.getItems().add("");
        role.getItems().addAll(ImportViewModel.ROLES);
        role.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return RoleNames.of(value == null ? "" : value, messages);
                    }

                    @Override
                    public String fromString(String shown) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        role.setValue(model.role(column));
        role.setMinWidth(USE_PREF_SIZE);
        role.setAccessibleText(messages.t("import.column", column));
        role.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!filling) {
                                model.setRole(column, now);
                            }
                        });
        return Controls.row(source, Controls.whole("→", "muted"), role);
    }
}
