package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Icon;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.engine.GraphicsCard;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The engines with their states, the graphics card, and importing another engine.
final class EnginesPanel extends VBox {
    private static final double GIGABYTE = 1e9;
    private static final int DIGEST_SHOWN = 16;

    private final EnginesViewModel model;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final VBox offer = new VBox();

    EnginesPanel(EnginesViewModel model, FileDialogs dialogs, Messages messages) {
        this.model = model;
        this.messages = messages;
        offer.getStyleClass().addAll("note", "stack");
        Button add =
                Controls.button(
                        messages.t("engines.import"),
                        () ->
                                dialogs.folder(messages.t("engines.import.title"))
                                        .ifPresent(model::look),
                        "dense");
        add.setId("engines-import");
        add.disableProperty().bind(model.busyProperty());
        Label busy = Controls.yielding(messages.t("engines.busy"), "muted", "small");
        busy.visibleProperty().bind(model.busyProperty());
        HBox foot = Controls.row(add, busy);
        foot.getStyleClass().add("setting");
        getChildren().addAll(rows, offer, foot);
        model.shownProperty().subscribe(this::show);
        model.offerProperty().subscribe(this::show);
    }

    private void show(EnginesViewModel.Shown shown) {
        rows.getChildren().setAll(shown.entries().stream().map(this::row).toList());
        for (GraphicsCard card : shown.cards()) {
            rows.getChildren()
                    .add(
                            setting(
                                    messages.t("engines.card"),
                                    text(
                                            messages.t(
                                                    "engines.card.text",
                                                    card.name(),
                                                    card.usedBytes() / GIGABYTE,
                                                    card.memoryBytes() / GIGABYTE,
                                                    card.driver()))));
        }
        if (shown.hasDevices()) {
            rows.getChildren().add(setting(messages.t("engines.device"), devices(shown.device())));
        }
    }

    private HBox row(EngineEntry entry) {
        Label name = Controls.wrapped(title(entry), "strong");
        VBox words = new VBox(name);
        String text = state(entry) + (entry.text().isBlank() ? "" : " · " + entry.text());
        words.getChildren().add(Controls.wrapped(text, "muted", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = new HBox(icon(entry), words);
        row.getStyleClass().add("setting");
        row.getChildren().addAll(buttons(entry));
        return row;
    }

    private String title(EngineEntry entry) {
        String name =
                entry.name().equals(Engines.BUNDLED)
                        ? messages.t("engines.bundled")
                        : entry.version().isEmpty() ? messages.t("engines.gpu") : entry.name();
        return entry.version().isEmpty()
                ? name
                : messages.t("engines.title.of", name, entry.version(), entry.flavor());
    }

    private String state(EngineEntry entry) {
        return switch (entry.state()) {
            case UNAVAILABLE -> messages.t("engines.state.unavailable");
            case AVAILABLE -> messages.t("engines.state.available");
            case ENABLED -> messages.t("engines.state.enabled");
            case FAILED -> messages.t("engines.state.failed");
        };
    }

    private static Icon icon(EngineEntry entry) {
        return switch (entry.state()) {
            case UNAVAILABLE -> Icons.of(Feather.MINUS_CIRCLE, "muted");
            case AVAILABLE -> Icons.of(Feather.CIRCLE, "muted");
            case ENABLED -> Icons.of(Feather.CHECK, "good");
            case FAILED -> Icons.of(Feather.ALERT_TRIANGLE, "watch");
        };
    }

    private List<Button> buttons(EngineEntry entry) {
        Button enable =
                button("engines.enable", () -> model.enable(entry.name()), "enable-", entry);
        Button probe = button("engines.probe", () -> model.probe(entry.name()), "probe-", entry);
        Button remove =
                button("engines.remove", () -> model.remove(entry.name()), "remove-", entry);
        boolean imported =
                !entry.name().equals(Engines.BUNDLED)
                        && entry.state() != EngineEntry.State.UNAVAILABLE;
        return switch (entry.state()) {
            case UNAVAILABLE -> List.of();
            case AVAILABLE -> imported ? List.of(enable, probe, remove) : List.of(enable, probe);
            case ENABLED -> List.of(probe);
            case FAILED -> imported ? List.of(probe, remove) : List.of(probe);
        };
    }

    private Button button(String key, Runnable effect, String prefix, EngineEntry entry) {
        String text = messages.t(key);
        Button button = Controls.button(text, effect, "dense");
        button.setId(prefix + entry.name());
        button.setAccessibleText(text + " " + entry.name());
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private Segments devices(String chosen) {
        return new Segments(
                List.of(
                        device("cpu", messages.t("engines.device.cpu"), chosen),
                        device("cuda", messages.t("engines.device.cuda"), chosen)));
    }

    private ToggleButton device(String device, String text, String chosen) {
        ToggleButton button = new ToggleButton(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("device-" + device);
        button.setSelected(device.equals(chosen));
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(
                event -> {
                    button.setSelected(device.equals(chosen));
                    model.compute(device);
                });
        return button;
    }

    private void show(Optional<EnginesViewModel.Offer> waiting) {
        offer.getChildren().clear();
        Controls.show(offer, Shown.when(waiting.isPresent()));
        waiting.ifPresent(this::ask);
    }

    private void ask(EnginesViewModel.Offer asked) {
        var source = asked.source();
        offer.getChildren()
                .addAll(
                        Controls.wrapped(
                                messages.t(
                                        "engines.offer",
                                        source.version(),
                                        source.flavor(),
                                        source.files().size(),
                                        source.bytes() / GIGABYTE)),
                        Controls.wrapped(
                                asked.unknown().isEmpty()
                                        ? messages.t("engines.offer.known")
                                        : messages.t(
                                                "engines.offer.unknown", asked.unknown().size())),
                        Controls.wrapped(
                                messages.t("engines.offer.digest", grouped(source.digest())),
                                "mono",
                                "small"));
        Button yes = Controls.button(messages.t("engines.offer.yes"), model::accept, "accent");
        yes.setId("engines-accept");
        offer.getChildren()
                .add(
                        Controls.row(
                                yes,
                                Controls.button(messages.t("engines.offer.no"), model::decline)));
    }

    /// In pieces that an eye can compare and a line can break at.
    private static String grouped(String digest) {
        return digest.replaceAll("(.{" + DIGEST_SHOWN + "})(?=.)", "$1 ");
    }

    private static Node text(String text) {
        return Controls.wrapped(text, "muted");
    }

    private static HBox setting(String name, Node value) {
        HBox row = new HBox(Controls.label(name, "setting-name"), value);
        row.getStyleClass().add("setting");
        return row;
    }
}
