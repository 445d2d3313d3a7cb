package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.worker.EngineStatus;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The model worker's state in words, with a button that starts it.
final class EnginePanel extends VBox {
    private static final double MEGABYTE = 1e6;

    private final Messages messages;
    private final VBox rows = new VBox();
    private final Button start;

    EnginePanel(EngineViewModel model, Messages messages) {
        this.messages = messages;
        start = Controls.button(messages.t("engine.restart"), model::start, "dense");
        start.setId("engine-start");
        start.disableProperty().bind(model.startingProperty());
        getChildren().add(rows);
        model.statusProperty().subscribe(this::show);
    }

    private void show(EngineStatus status) {
        HBox state =
                switch (status.state()) {
                    case RUNNING ->
                            state(Feather.CHECK, "good", messages.t("engine.state.running"));
                    case NOT_STARTED ->
                            state(Feather.CIRCLE, "muted", messages.t("engine.state.idle"));
                    case DIED ->
                            state(Feather.ALERT_TRIANGLE, "watch", messages.t("engine.state.died"));
                };
        boolean running = status.state() == EngineStatus.State.RUNNING;
        start.setText(
                status.state() == EngineStatus.State.DIED
                        ? messages.t("engine.restart")
                        : messages.t("engine.start"));
        Controls.show(start, Shown.when(!running));
        state.getChildren().add(start);
        rows.getChildren().setAll(row(messages.t("engine.state"), state));
        if (running && !status.device().isEmpty()) {
            rows.getChildren()
                    .addAll(
                            row(
                                    messages.t("engine.device"),
                                    text(
                                            messages.t(
                                                    "engine.device.text",
                                                    status.device(),
                                                    status.dtype(),
                                                    status.threads()))),
                            row(
                                    messages.t("engine.memory"),
                                    text(
                                            messages.t(
                                                    "engine.memory.text",
                                                    status.memoryBytes() / MEGABYTE))),
                            row(messages.t("engine.versions"), text(versions(status.versions()))));
        }
    }

    private static String versions(Map<String, String> versions) {
        return versions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static HBox state(Feather icon, String style, String text) {
        return Controls.row(Icons.of(icon, style), Controls.wrapped(text));
    }

    private static Node text(String text) {
        return Controls.wrapped(text, "muted");
    }

    private static HBox row(String name, Node value) {
        var label = Controls.label(name, "setting-name");
        HBox row = new HBox(label, value);
        row.getStyleClass().add("setting");
        return row;
    }
}
