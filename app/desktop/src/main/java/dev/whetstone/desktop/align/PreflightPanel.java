package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icon;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.align.Preflight;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Memory, time, checks, and the first prompt as the model will read it.
final class PreflightPanel extends VBox {
    private static final double GIGABYTE = 1e9;

    private final Messages messages;
    private final VBox body = new VBox();

    PreflightPanel(Messages messages) {
        this.messages = messages;
        Panel panel = new Panel(messages.t("preflight.title"));
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        panel.grow(scroll);
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        setMinWidth(0);
        setMinHeight(0);
    }

    void show(Optional<Preflight> preflight) {
        body.getChildren().clear();
        if (preflight.isEmpty()) {
            body.getChildren().add(Controls.wrapped(messages.t("preflight.none"), "muted"));
            return;
        }
        Preflight p = preflight.get();
        body.getChildren()
                .addAll(
                        figure(
                                messages.t("preflight.memory", p.memoryBytes() / GIGABYTE),
                                messages.t("preflight.memory.of", p.availableBytes() / GIGABYTE)),
                        share(p),
                        Controls.label(messages.t("preflight.model"), "section"),
                        Controls.wrapped(
                                messages.t(
                                        "preflight.model.text",
                                        p.model().name(),
                                        p.model().architecture(),
                                        p.model().parameters() / 1e6,
                                        p.model().dtype())),
                        Controls.label(messages.t("preflight.checks"), "section"));
        for (Preflight.Finding finding : p.findings()) {
            Label text = Controls.wrapped(finding.text());
            HBox.setHgrow(text, Priority.ALWAYS);
            body.getChildren().add(Controls.row(icon(finding.level()), text));
        }
    }

    private static HBox figure(String value, String beside) {
        return Controls.row(
                Controls.whole(value, "key-figure"), Controls.yielding(beside, "muted"));
    }

    private static ProgressBar share(Preflight p) {
        ProgressBar bar =
                new ProgressBar((double) p.memoryBytes() / Math.max(1, p.availableBytes()));
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }

    private static Icon icon(Preflight.Level level) {
        return switch (level) {
            case OK -> Icons.of(Feather.CHECK, "good");
            case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, "watch");
            case BLOCKER -> Icons.of(Feather.ALERT_CIRCLE, "bad");
        };
    }
}
