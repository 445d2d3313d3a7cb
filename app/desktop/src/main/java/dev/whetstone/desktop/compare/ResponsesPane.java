package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The responses beside each other while each is at least 24 em wide, else as tabs. Holds the focus
/// while no text is written, so that single keys reach the desk.
final class ResponsesPane extends VBox {
    private static final double MIN_COLUMN_EM = 24;

    private final CompareViewModel model;
    private final TextSurfaces surfaces;
    private final Messages messages;
    private final Markdown markdown = new Markdown();
    private final HBox tabs = new HBox();
    /// Carries the inherited font size, which a pane cannot tell.
    private final Label probe = new Label();
    private final HBox columns = new HBox();
    private List<ResponseColumn> shown = List.of();
    private boolean following;

    ResponsesPane(CompareViewModel model, TextSurfaces surfaces, Messages messages) {
        this.model = model;
        this.surfaces = surfaces;
        this.messages = messages;
        getStyleClass().add("responses");
        setFocusTraversable(true);
        setAccessibleText(messages.t("compare.responses"));
        columns.getStyleClass().add("columns");
        tabs.getStyleClass().addAll("row", "tabs");
        VBox.setVgrow(columns, Priority.ALWAYS);
        probe.setManaged(false);
        probe.fontProperty().subscribe(value -> arrange());
        getChildren().addAll(probe, tabs, columns);
        setMinHeight(0);
        model.showingProperty().subscribe(this::show);
        model.verdictProperty().subscribe(value -> refresh());
        model.focusedProperty().subscribe(value -> refresh());
        model.differencesProperty().subscribe(value -> refresh());
        model.why().evidence().subscribe(this::refresh);
        widthProperty().subscribe(value -> arrange());
    }

    private void show(Optional<Showing> showing) {
        if (showing.isEmpty()) {
            return;
        }
        Showing s = showing.get();
        int n = s.responses().size();
        if (shown.size() != n) {
            List<ResponseColumn> made = new ArrayList<>();
            for (int position = 0; position < n; position++) {
                ResponseColumn column =
                        new ResponseColumn(model, position, surfaces.reading(), messages);
                column.surface().onScrolled(() -> follow(column));
                HBox.setHgrow(column, Priority.ALWAYS);
                made.add(column);
            }
            shown = List.copyOf(made);
        }
        for (int position = 0; position < n; position++) {
            shown.get(position).show(s, markdown.parse(s.at(position).text()));
        }
        arrange();
        refresh();
    }

    private void follow(ResponseColumn leader) {
        if (following || !model.scrollTogetherProperty().get()) {
            return;
        }
        following = true;
        for (ResponseColumn column : shown) {
            if (column != leader) {
                column.surface().scrollTo(leader.surface().scroll());
            }
        }
        following = false;
    }

    private void arrange() {
        int n = shown.size();
        if (n == 0 || getWidth() <= 0) {
            return;
        }
        boolean narrow = getWidth() / n < MIN_COLUMN_EM * em();
        List<Node> visible = narrow ? List.of(shown.get(focused())) : List.copyOf(shown);
        if (!columns.getChildren().equals(visible)) {
            columns.getChildren().setAll(visible);
        }
        shown.forEach(column -> column.setPrefWidth(getWidth() / visible.size()));
        Controls.show(tabs, Controls.Shown.when(narrow));
        tabs.getChildren().clear();
        if (narrow) {
            for (int position = 0; position < n; position++) {
                tabs.getChildren().add(tab(position, n));
            }
            tabs.getChildren().addAll(Controls.spacer(), new KeyCap("Tab"));
        }
    }

    private ToggleButton tab(int position, int n) {
        ToggleButton tab = new ToggleButton(ResponseColumn.name(position, n, messages));
        tab.getStyleClass().add("dense");
        tab.setSelected(position == focused());
        tab.setOnAction(
                event -> {
                    model.focusedProperty().set(position);
                    arrange();
                });
        return tab;
    }

    private int focused() {
        return Math.clamp(model.focusedProperty().get(), 0, Math.max(shown.size() - 1, 0));
    }

    private double em() {
        return probe.getFont().getSize();
    }

    private void refresh() {
        model.settled()
                .ifPresent(
                        s -> {
                            if (!tabs.getChildren().isEmpty()) {
                                arrange();
                            }
                            if (shown.size() != s.responses().size()) {
                                return;
                            }
                            for (ResponseColumn column : shown) {
                                column.refresh(s, model.differencesProperty().get());
                            }
                        });
    }
}
