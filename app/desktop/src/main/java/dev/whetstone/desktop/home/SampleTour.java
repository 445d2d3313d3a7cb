package dev.whetstone.desktop.home;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Three steps on the bundled sample, for the first start.
final class SampleTour extends VBox {
    SampleTour(Action start, Messages messages) {
        Node button = Controls.button(start, messages.t("home.tour.start"), "accent");
        HBox steps =
                new HBox(
                        step(
                                "1",
                                messages.t("home.tour.1"),
                                messages.t("home.tour.1.text"),
                                button),
                        step(
                                "2",
                                messages.t("home.tour.2"),
                                messages.t("home.tour.2.text"),
                                Controls.label(messages.t("home.tour.2.time"), "muted")),
                        step(
                                "3",
                                messages.t("home.tour.3"),
                                messages.t("home.tour.3.text"),
                                Controls.label(messages.t("home.tour.3.time"), "muted")));
        steps.getStyleClass().add("tour");
        Panel panel =
                new Panel(
                        messages.t("home.tour.title"),
                        Controls.spacer(),
                        Controls.yielding(messages.t("home.tour.copy"), "muted", "small"));
        panel.add(steps);
        panel.getStyleClass().add("roomy");
        getChildren().add(panel);
    }

    private static VBox step(String number, String title, String text, Node foot) {
        Label circle = Controls.whole(number, "step-number");
        if ("1".equals(number)) {
            circle.getStyleClass().add("current");
        }
        Label words = Controls.wrapped(text, "muted", "small");
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox box = new VBox(circle, Controls.wrapped(title, "strong"), words, foot);
        box.getStyleClass().add("tour-step");
        box.setPrefWidth(10);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
