package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.accuracy.ChoiceListing;
import dev.whetstone.services.accuracy.ChoiceRow;
import dev.whetstone.services.accuracy.Part;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The choices behind a figure, the model's surest mistakes first; Enter opens one at the desk.
final class ChoicesPane extends VBox {
    private static final double COIN = .5;

    private final Messages messages;
    private final Navigator navigator;
    private final Label title = Controls.wrapped(" ", "strong");
    private final Label count = Controls.wrapped("", "muted", "small");
    private final TableView<ChoiceRow> table;
    private final TableColumn<ChoiceRow, String> last;
    private Part part = new Part.All();

    ChoicesPane(AccuracyViewModel model, Navigator navigator, Messages messages) {
        this.messages = messages;
        this.navigator = navigator;
        last = Columns.text(messages.t("choices.person"), 4.6, this::last);
        DenseTable<ChoiceRow> dense =
                new DenseTable<>(
                        messages.t("choices.none"),
                        List.of(
                                Columns.text(messages.t("choices.prompt"), 8, ChoiceRow::prompt),
                                Columns.text(messages.t("choices.model"), 4.6, this::model),
                                Columns.text(messages.t("choices.chose"), 4.6, this::chose),
                                last));
        table = dense.table();
        table.setId("reward-choices");
        VBox.setVgrow(dense, Priority.ALWAYS);
        VBox head = new VBox(title, count);
        head.getStyleClass().add("panel-note");
        Button open = Controls.button(messages.t("coverage.open"), this::open, "dense");
        open.setGraphic(new KeyCap("Enter"));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox foot = new HBox(Controls.spacer(), open);
        foot.getStyleClass().add("panel-foot");
        getChildren().addAll(head, dense, foot);
        setMinHeight(0);
        setMinWidth(0);
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open();
                        event.consume();
                    }
                });
        table.addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        open();
                    }
                });
        model.openedProperty().subscribe(this::name);
        model.listingProperty().subscribe(this::show);
    }

    private void open() {
        ChoiceRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            navigator.openComparison(row.ref().comparisonId());
        }
    }

    private void name(Optional<Opened> opened) {
        part = opened.map(Opened::part).orElse(new Part.All());
        last.setText(messages.t(part instanceof Part.OfRule ? "choices.rule" : "choices.person"));
        Controls.show(count, Shown.when(opened.isPresent()));
        title.setText(
                opened.map(
                                of ->
                                        switch (of.which()) {
                                            case ALL -> of.name();
                                            case WRONG -> messages.t("choices.wrong", of.name());
                                            case APART -> messages.t("choices.apart", of.name());
                                        })
                        .orElse(messages.t("choices.start")));
    }

    private void show(ChoiceListing listing) {
        table.getItems().setAll(listing.rows());
        count.setText(
                listing.rows().size() < listing.total()
                        ? messages.t(
                                "choices.first",
                                listing.rows().size(),
                                Numbers.count(listing.total()))
                        : messages.t("choices.count", listing.total()));
    }

    /// What the rule says where a rule was opened; who judged otherwise.
    private String last(ChoiceRow row) {
        return part instanceof Part.OfRule ? said(row.vote(), row) : row.person();
    }

    private String model(ChoiceRow row) {
        return row.p() == COIN
                ? messages.t("coverage.undecided")
                : said(row.p() - COIN, row) + "  " + Numbers.two(Math.max(row.p(), 1 - row.p()));
    }

    private String chose(ChoiceRow row) {
        return row.preference() == COIN
                ? messages.t("coverage.tie")
                : said(row.preference() - COIN, row);
    }

    /// @param side above 0 for the first of the pair, below 0 for the second
    private static String said(double side, ChoiceRow row) {
        if (side == 0) {
            return "–";
        }
        return String.valueOf((char) ('A' + (side > 0 ? row.ref().a() : row.ref().b())));
    }
}
