package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.Slice;
import dev.whetstone.services.coverage.SliceRow;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.label.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Which pairs are meant, whose labels, and a file of the table.
final class ViewChooser {
    private static final List<ModelChoice> MODELS =
            List.of(ModelChoice.AUTO, ModelChoice.GOLD, ModelChoice.EM, ModelChoice.MAJORITY);

    private final CoverageViewModel model;
    private final SliceNames names;
    private final Messages messages;
    private final ComboBox<Slice> slices = new ComboBox<>();
    private final List<ToggleButton> models = new ArrayList<>();
    private final Node export;

    ViewChooser(
            CoverageViewModel model,
            SliceNames names,
            ModelNames modelNames,
            Feedback feedback,
            FileDialogs dialogs,
            Messages messages) {
        this.model = model;
        this.names = names;
        this.messages = messages;
        slices.setId("coverage-slice");
        slices.getStyleClass().add("dense");
        slices.setAccessibleText(messages.t("slices.choose"));
        slices.setConverter(new Names());
        slices.setVisibleRowCount(16);
        slices.setMinWidth(Region.USE_PREF_SIZE);
        slices.setPromptText(messages.t("slice.all"));
        slices.setOnAction(
                event -> {
                    Slice chosen = slices.getValue();
                    if (chosen != null) {
                        model.show(chosen.id());
                    }
                });
        for (ModelChoice each : MODELS) {
            ToggleButton button = new ToggleButton(modelNames.of(each));
            button.getStyleClass().add("dense");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        model.show(each);
                        show(model.viewProperty().get());
                    });
            models.add(button);
        }
        export =
                Controls.button(
                        messages.t("coverage.export"),
                        () ->
                                dialogs.save(messages.t("coverage.export.title"), "coverage.csv")
                                        .ifPresent(
                                                file ->
                                                        model.export(
                                                                file,
                                                                () ->
                                                                        feedback.tell(
                                                                                messages.t(
                                                                                        "coverage.exported",
                                                                                        file)))),
                        "dense");
        model.viewProperty().subscribe(this::show);
        model.slicesProperty().subscribe(this::showSlices);
    }

    List<Node> nodes() {
        return List.of(slices, new Segments(models), export);
    }

    private void showSlices(List<SliceRow> rows) {
        List<Slice> known = rows.stream().map(SliceRow::slice).toList();
        if (!slices.getItems().equals(known)) {
            slices.getItems().setAll(known);
        }
        slices.setDisable(known.isEmpty());
        show(model.viewProperty().get());
    }

    private void show(View view) {
        for (int i = 0; i < MODELS.size(); i++) {
            models.get(i).setSelected(MODELS.get(i) == view.model());
        }
        slices.getItems().stream()
                .filter(slice -> slice.id().equals(view.slice()))
                .findFirst()
                .ifPresent(slices::setValue);
    }

    private final class Names extends StringConverter<Slice> {
        @Override
        public String toString(@Nullable Slice slice) {
            return slice == null ? messages.t("slice.all") : names.of(slice);
        }

        @Override
        public @Nullable Slice fromString(String text) {
            return slices.getValue();
        }
    }
}
