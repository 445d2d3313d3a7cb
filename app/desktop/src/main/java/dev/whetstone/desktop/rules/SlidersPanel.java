package dev.whetstone.desktop.rules;

import dev.whetstone.core.lf.fit.SlotPosition;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The open rule's values: where each stands, where the choices want it, and what a move would keep
/// and lose.
final class SlidersPanel extends VBox {
    private static final int WHOLE = 10;

    private final SlidersViewModel model;
    private final Messages messages;
    private final Button undo;

    SlidersPanel(SlidersViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        undo = Controls.button(messages.t("rules.slider.undo"), model::undo, "dense", "flat");
        model.undoableProperty().subscribe(can -> Controls.show(undo, Shown.when(can)));
        model.scalesProperty().subscribe(this::show);
    }

    private void show(List<SlotScale> scales) {
        getChildren().clear();
        if (scales.isEmpty()) {
            getChildren().add(Controls.wrapped(messages.t("rules.slider.none"), "muted", "small"));
            return;
        }
        for (SlotScale scale : scales) {
            getChildren().add(slider(scale));
        }
        HBox foot =
                Controls.row(
                        Controls.button(
                                messages.t("rules.slider.fit"), model::fit, "dense", "outline"),
                        undo);
        getChildren().add(foot);
    }

    private VBox slider(SlotScale scale) {
        Label value = Controls.whole("", "strong");
        VBox box =
                new VBox(
                        Controls.row(
                                Controls.whole("?" + scale.name(), "mono"),
                                Controls.spacer(),
                                value));
        box.getStyleClass().add("slot");
        List<SlotPosition> positions = scale.positions();
        if (positions.size() < 2) {
            value.setText(number(scale.value().value()));
            box.getChildren()
                    .add(Controls.wrapped(messages.t("rules.slider.still"), "muted", "small"));
            return box;
        }
        Label counts = Controls.wrapped("", "small");
        Label moves = Controls.wrapped("", "muted", "small");
        Slider slider = new Slider(0, positions.size() - 1.0, nearest(scale));
        slider.setAccessibleText(messages.t("rules.slider.of", scale.name()));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.getStyleClass().add("slot-slider");
        Runnable tell =
                () -> {
                    boolean still = slider.getValue() == nearest(scale);
                    SlotPosition at = still ? scale.value() : at(positions, slider);
                    value.setText(number(at.value()));
                    counts.setText(
                            messages.t("rules.slider.votes", at.right(), at.wrong(), at.silent()));
                    moves.setText(messages.t("rules.slider.kept", at.kept(), at.lost()));
                };
        tell.run();
        slider.valueProperty().subscribe(now -> tell.run());
        // saved when it is let go; while it moves only the counts do
        slider.valueChangingProperty()
                .addListener(
                        (o, was, now) -> {
                            if (!now) {
                                move(scale, slider);
                            }
                        });
        slider.setOnMouseReleased(event -> move(scale, slider));
        slider.setOnKeyReleased(event -> move(scale, slider));
        box.getChildren()
                .addAll(
                        slider,
                        Controls.row(
                                Controls.whole(
                                        number(positions.getFirst().value()), "muted", "tiny"),
                                Controls.spacer(),
                                Controls.whole(
                                        number(positions.getLast().value()), "muted", "tiny")),
                        counts,
                        moves,
                        Controls.wrapped(
                                messages.t("rules.slider.best", number(scale.best().value())),
                                "muted",
                                "small"));
        return box;
    }

    private void move(SlotScale scale, Slider slider) {
        double wanted = at(scale.positions(), slider).value();
        boolean moved = slider.getValue() != nearest(scale);
        if (moved && !slider.isDisabled()) {
            slider.setDisable(true);
            model.move(scale.name(), wanted);
        }
    }

    private static SlotPosition at(List<SlotPosition> positions, Slider slider) {
        int index = (int) Math.round(slider.getValue());
        return positions.get(Math.clamp(index, 0, positions.size() - 1));
    }

    /// The place of the value among the positions.
    private static int nearest(SlotScale scale) {
        int nearest = 0;
        for (int i = 1; i < scale.positions().size(); i++) {
            if (distance(scale, i) < distance(scale, nearest)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(SlotScale scale, int position) {
        return Math.abs(scale.positions().get(position).value() - scale.value().value());
    }

    private static String number(double value) {
        boolean whole = Math.abs(value) >= WHOLE || value == Math.rint(value);
        return Numbers.fixed(value, whole && value == Math.rint(value) ? 0 : whole ? 1 : 2);
    }
}
