package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What happened, what is safe, what to do; a code and details to copy.
final class ErrorPage extends VBox {
    ErrorPage(Failure failure, Runnable back, Messages messages) {
        getStyleClass().add("error-page");
        Label title = Controls.wrapped(messages.t("error.title"), "page-title");
        HBox heading = new HBox(Icons.of(Feather.ALERT_CIRCLE, "bad"), title);
        heading.getStyleClass().add("row");
        Label what = Controls.wrapped(failure.message());
        Label safe = Controls.wrapped(messages.t("error.safe"), "lead", "muted");
        TextArea details = new TextArea(failure.details());
        details.setEditable(false);
        details.getStyleClass().add("mono");
        details.setAccessibleText(messages.t("error.details"));
        VBox.setVgrow(details, Priority.ALWAYS);
        Button copy = Controls.button(messages.t("error.copy"), () -> copy(failure), "dense");
        copy.setGraphic(Icons.of(Feather.COPY));
        Button close = Controls.button(messages.t("error.back"), back, "accent");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        HBox code =
                new HBox(
                        Controls.label(messages.t("error.code"), "muted"),
                        Controls.label(failure.code(), "mono"));
        code.getStyleClass().add("row");
        HBox buttons =
                new HBox(
                        copy,
                        Controls.spacer(),
                        Controls.label(messages.t("error.private"), "muted", "small"),
                        close);
        buttons.getStyleClass().add("row");
        getChildren().addAll(heading, safe, what);
        if (!failure.advice().isEmpty()) {
            getChildren().add(Controls.wrapped(failure.advice()));
        }
        getChildren().addAll(code, details, buttons);
    }

    private static void copy(Failure failure) {
        ClipboardContent content = new ClipboardContent();
        content.putString(failure.code() + "\n" + failure.details());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
