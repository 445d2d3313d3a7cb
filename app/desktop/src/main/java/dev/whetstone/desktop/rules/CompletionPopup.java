package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.EditSurface;
import dev.whetstone.desktop.text.Messages;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Proposals below the caret: arrows choose, Enter or Tab takes, Esc closes, Ctrl+Space asks.
final class CompletionPopup extends StackPane {
    private static final int ROWS = 8;

    private final RulesViewModel model;
    private final EditSurface text;
    private final ListView<Proposals.Item> list = new ListView<>();
    private Proposals shown = new Proposals(0, 0, java.util.List.of());
    /// Carries the inherited font size.
    private final Label probe = new Label();
    private boolean taking;
    private boolean typing;

    CompletionPopup(RulesViewModel model, EditSurface text, Messages messages) {
        this.model = model;
        this.text = text;
        list.setCellFactory(unused -> new ProposalCell());
        list.setFocusTraversable(false);
        list.setAccessibleText(messages.t("rules.completion"));
        list.getStyleClass().add("completion");
        list.setOnMouseClicked(event -> take());
        list.setManaged(false);
        list.setVisible(false);
        text.node().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        text.textProperty()
                .addListener(
                        (o, before, now) -> {
                            typing = true;
                            typed();
                        });
        text.caretProperty().addListener((o, before, now) -> caretMoved());
        text.onFocusLost(this::close);
        probe.setManaged(false);
        getChildren().addAll(text.node(), probe, list);
        setMinHeight(0);
    }

    boolean isOpen() {
        return list.isVisible();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
            propose();
            open(shown);
            event.consume();
        } else if (isOpen()) {
            steer(event);
        }
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER, TAB -> take();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int n = list.getItems().size();
        int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, n);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 2));
    }

    /// The caret follows a typed letter; where it moves by itself, the proposals are of the past.
    private void caretMoved() {
        if (typing) {
            typed();
        } else {
            close();
        }
        typing = false;
    }

    private void typed() {
        if (taking || !text.focused()) {
            close();
            return;
        }
        propose();
        if (shown.unasked(text.text())) {
            open(shown);
        } else {
            close();
        }
    }

    private void propose() {
        shown =
                Proposals.at(
                        text.text(),
                        text.caret(),
                        model.completionsProperty().get(),
                        model.conceptsProperty().get());
    }

    private void open(Proposals proposals) {
        if (proposals.items().isEmpty()) {
            close();
            return;
        }
        list.getItems().setAll(proposals.items());
        list.getSelectionModel().select(0);
        list.setVisible(true);
        requestLayout();
    }

    private void close() {
        list.setVisible(false);
    }

    private void take() {
        Proposals.Item item = list.getSelectionModel().getSelectedItem();
        close();
        if (item != null) {
            taking = true;
            text.replace(shown.start(), shown.end(), item.insert());
            text.setCaret(shown.start() + item.insert().length());
            text.focus();
            taking = false;
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!list.isVisible()) {
            return;
        }
        double em = probe.getFont().getSize();
        double row = em * 2.1;
        double height = Math.min(ROWS, list.getItems().size()) * row + 4;
        double width = Math.min(getWidth() - 16, em * 44);
        Bounds caret = text.caretBounds(this);
        double x = Math.clamp(caret.getMinX(), 8, Math.max(8, getWidth() - width - 8));
        boolean below = caret.getMaxY() + height + 4 <= getHeight();
        double room =
                below
                        ? height
                        : Math.min(height, Math.max(row + 4, getHeight() - caret.getMaxY() - 8));
        list.setFixedCellSize(row);
        list.resizeRelocate(x, caret.getMaxY() + 4, width, room);
    }

    private static final class ProposalCell extends ListCell<Proposals.Item> {
        private final Label insert = Controls.whole("", "mono", "proposal");
        private final Label help = Controls.yielding("", "muted", "small");

        @Override
        protected void updateItem(Proposals.@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            insert.setText(item.insert());
            help.setText(item.help());
            HBox row = Controls.row(insert, help);
            row.setMinWidth(0);
            setGraphic(row);
            setPrefWidth(0);
        }
    }
}
