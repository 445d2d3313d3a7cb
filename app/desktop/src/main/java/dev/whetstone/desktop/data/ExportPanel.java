package dev.whetstone.desktop.data;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.data.DataExchange;
import dev.whetstone.services.data.ExportReport;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Format, source, least confidence, and after the export what was lost.
final class ExportPanel extends VBox {
    private static final List<String> SOURCES =
            List.of("judgements", "labels", "iteration-1", "iteration-2", "iteration-3");

    private final Messages messages;
    private final VBox outcome = new VBox();

    ExportPanel(ExportViewModel model, FileDialogs dialogs, Messages messages) {
        this.messages = messages;
        ComboBox<DataExchange.Format> format = new ComboBox<>();
        format.getItems().setAll(model.formats());
        format.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(DataExchange.@Nullable Format value) {
                        return value == null ? "" : value.name() + " · " + value.help();
                    }

                    @Override
                    public DataExchange.Format fromString(String shown) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        format.getSelectionModel().selectFirst();
        format.setAccessibleText(messages.t("export.format"));
        ComboBox<String> from = new ComboBox<>();
        from.getItems().setAll(SOURCES);
        from.getSelectionModel().selectFirst();
        from.setAccessibleText(messages.t("export.from"));
        Slider confidence = new Slider(0.5, 1, 0.5);
        Label shown = Controls.whole("", "strong");
        confidence
                .valueProperty()
                .subscribe(
                        value ->
                                shown.setText(
                                        messages.t(
                                                "settings.percent",
                                                Math.round(value.doubleValue() * 100))));
        confidence.setAccessibleText(messages.t("export.confidence"));
        Button go =
                Controls.button(
                        messages.t("export.run"),
                        () ->
                                dialogs.save(
                                                messages.t("export.dialog"),
                                                format.getValue().name() + ".jsonl")
                                        .ifPresent(
                                                out ->
                                                        model.export(
                                                                format.getValue().name(),
                                                                from.getValue(),
                                                                confidence.getValue(),
                                                                out)));
        go.disableProperty().bind(model.busyProperty().or(format.valueProperty().isNull()));
        outcome.getStyleClass().add("panel-body");
        HBox foot = Controls.row(go);
        foot.getStyleClass().add("panel-body");
        Panel panel =
                new Panel(messages.t("export.title"))
                        .add(setting("export.format", format))
                        .add(setting("export.from", from))
                        .add(setting("export.confidence", Controls.row(confidence, shown)))
                        .add(foot)
                        .add(outcome);
        getChildren().add(panel);
        model.reportProperty().subscribe(this::show);
    }

    private HBox setting(String key, Node control) {
        Label label = Controls.wrapped(messages.t(key));
        label.getStyleClass().add("setting-name");
        HBox row = new HBox(label, control);
        row.getStyleClass().add("setting");
        return row;
    }

    private void show(Optional<ExportReport> report) {
        outcome.getChildren().clear();
        Controls.show(outcome, Controls.Shown.when(report.isPresent()));
        report.ifPresent(
                r -> {
                    outcome.getChildren()
                            .add(
                                    Controls.row(
                                            Icons.of(Feather.CHECK, "good"),
                                            Controls.wrapped(
                                                    messages.t(
                                                            "export.done",
                                                            r.rows(),
                                                            String.valueOf(r.out())))));
                    for (String loss : r.losses()) {
                        outcome.getChildren()
                                .add(
                                        Controls.row(
                                                Icons.of(Feather.INFO, "watch"),
                                                Controls.wrapped(loss, "muted")));
                    }
                });
    }
}
