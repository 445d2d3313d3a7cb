package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.Between;
import dev.whetstone.services.coverage.Cell;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far each two people agree; a name opens the pairs on which the two differ.
final class PeoplePane extends VBox {
    private final Messages messages;
    private final DenseTable<Between> dense;
    private final Label all = Controls.wrapped("", "muted", "small");

    PeoplePane(CoverageViewModel model, Messages messages) {
        this.messages = messages;
        dense =
                new DenseTable<>(
                        messages.t("people.counting"),
                        List.of(
                                Columns.filled(
                                        messages.t("people.two"),
                                        14,
                                        () -> Controls.button("", () -> {}, "flat", "cell-link"),
                                        (button, two) -> fill(button, two, model)),
                                Columns.number(
                                        messages.t("people.pairs"),
                                        7,
                                        two -> (double) two.pairs(),
                                        Numbers::count),
                                Columns.number(
                                        messages.t("people.same"), 5, Between::same, Numbers::two),
                                Columns.number(
                                        messages.t("people.kappa"),
                                        6,
                                        Between::kappa,
                                        Numbers::two),
                                Columns.leaving(
                                        1,
                                        Columns.number(
                                                messages.t("people.alpha"),
                                                10,
                                                Between::alpha,
                                                Numbers::two))));
        dense.table().setId("coverage-people");
        all.getStyleClass().add("model-why");
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().addAll(all, dense);
        setMinHeight(0);
        model.agreementProperty().subscribe(this::show);
    }

    private void fill(Button button, Between two, CoverageViewModel model) {
        String names = messages.t("people.names", two.first(), two.second());
        button.setText(names);
        button.setMinWidth(0);
        button.setAccessibleText(messages.t("people.open", names));
        button.setOnAction(event -> model.open(new Cell.TwoDiffer(two.first(), two.second())));
    }

    private void show(Optional<Agreement> found) {
        found.ifPresent(
                agreement -> {
                    dense.table()
                            .setPlaceholder(Controls.wrapped(messages.t("people.none"), "muted"));
                    dense.table().getItems().setAll(agreement.between());
                    all.setText(
                            agreement.alpha().defined()
                                    ? messages.t(
                                            "people.all",
                                            agreement.people(),
                                            Numbers.two(agreement.alpha().value()),
                                            Numbers.two(agreement.alpha().low()),
                                            Numbers.two(agreement.alpha().high()),
                                            agreement.pairs())
                                    : messages.t("people.few", agreement.pairs()));
                });
    }
}
