package dev.whetstone.desktop.home;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.ShortPath;
import dev.whetstone.services.project.ProjectInfo;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The open project in figures, and one button for what brings it on.
final class NextStepPanel extends VBox {
    private final Navigator navigator;
    private final Messages messages;

    NextStepPanel(Navigator navigator, Messages messages) {
        this.navigator = navigator;
        this.messages = messages;
    }

    void show(ProjectInfo info) {
        Panel panel =
                new Panel(
                        info.name(),
                        Controls.spacer(),
                        Controls.yielding(
                                ShortPath.of(
                                        info.file(), Path.of(System.getProperty("user.home", "."))),
                                "muted",
                                "small"));
        panel.getStyleClass().add("roomy");
        HBox figures =
                new HBox(
                        figure(info.comparisons(), messages.t("home.figure.comparisons")),
                        figure(info.judgements(), messages.t("home.figure.choices")),
                        figure(info.activeRules(), messages.t("home.figure.rules")),
                        figure(info.models(), messages.t("home.figure.models")),
                        figure(info.iterations(), messages.t("home.figure.iterations")));
        figures.getStyleClass().add("figures");
        NextStep step = NextStep.of(info);
        VBox words =
                new VBox(
                        Controls.wrapped(title(step), "strong", "lead"),
                        Controls.wrapped(text(step, info), "muted"));
        words.getStyleClass().add("tight");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button go = Controls.button(verb(step), () -> navigator.show(screen(step)), "accent");
        go.setId("home-next");
        HBox next = new HBox(words, go);
        next.getStyleClass().add("next-step");
        panel.add(figures).add(next);
        getChildren().setAll(panel);
    }

    private VBox figure(long value, String name) {
        VBox box =
                new VBox(
                        Controls.whole(messages.t("number", value), "key-figure"),
                        Controls.whole(name, "muted", "small"));
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static ScreenId screen(NextStep step) {
        return switch (step) {
            case IMPORT -> ScreenId.DATA;
            case JUDGE, EXPLAIN -> ScreenId.COMPARE;
            case TRAIN -> ScreenId.REWARD;
            case ALIGN, REVIEW -> ScreenId.ALIGN;
        };
    }

    private String title(NextStep step) {
        return switch (step) {
            case IMPORT -> messages.t("next.import");
            case JUDGE -> messages.t("next.judge");
            case EXPLAIN -> messages.t("next.explain");
            case TRAIN -> messages.t("next.train");
            case ALIGN -> messages.t("next.align");
            case REVIEW -> messages.t("next.review");
        };
    }

    private String text(NextStep step, ProjectInfo info) {
        return switch (step) {
            case IMPORT -> messages.t("next.import.text");
            case JUDGE -> messages.t("next.judge.text", info.judged(), NextStep.ENOUGH_CHOICES);
            case EXPLAIN -> messages.t("next.explain.text");
            case TRAIN -> messages.t("next.train.text", info.judgements(), info.activeRules());
            case ALIGN -> messages.t("next.align.text");
            case REVIEW -> messages.t("next.review.text", info.iterations());
        };
    }

    private String verb(NextStep step) {
        return switch (step) {
            case IMPORT -> messages.t("next.import.verb");
            case JUDGE, EXPLAIN -> messages.t("next.judge.verb");
            case TRAIN -> messages.t("next.train.verb");
            case ALIGN -> messages.t("next.align.verb");
            case REVIEW -> messages.t("next.review.verb");
        };
    }
}
