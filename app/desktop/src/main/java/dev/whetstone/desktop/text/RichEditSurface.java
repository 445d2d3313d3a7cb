package dev.whetstone.desktop.text;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.util.UndoUtils;

final class RichEditSurface implements EditSurface {
    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final VirtualizedScrollPane<StyleClassedTextArea> pane =
            new VirtualizedScrollPane<>(area);

    private RichEditSurface(String accessibleText) {
        area.setWrapText(true);
        area.setUndoManager(UndoUtils.plainTextUndoManager(area));
        area.setAccessibleText(accessibleText);
        area.getProperties().put(WRITING, true);
        area.setUseInitialStyleForInsertion(true);
        // Tab leaves the text; without this a person at the keyboard could never get out
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                        event.consume();
                        boolean unused =
                                area.requestFocusTraversal(
                                        event.isShiftDown()
                                                ? TraversalDirection.PREVIOUS
                                                : TraversalDirection.NEXT);
                    }
                });
    }

    static RichEditSurface prose(String prompt, String accessibleText) {
        RichEditSurface surface = new RichEditSurface(accessibleText);
        surface.area.getStyleClass().add("prose");
        Label placeholder = new Label(prompt);
        placeholder.getStyleClass().add("muted");
        placeholder.getStyleClass().add("prose-prompt");
        surface.area.setPlaceholder(placeholder, Pos.CENTER_LEFT);
        return surface;
    }

    static RichEditSurface code(String accessibleText) {
        RichEditSurface surface = new RichEditSurface(accessibleText);
        surface.area.getStyleClass().add("code-editor");
        surface.area.setParagraphGraphicFactory(LineNumberFactory.get(surface.area));
        return surface;
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public String text() {
        return area.getText();
    }

    @Override
    public void setText(String text) {
        area.replaceText(text);
        area.getUndoManager().forgetHistory();
        area.moveTo(area.getLength());
    }

    @Override
    public ObservableValue<String> textProperty() {
        return area.textProperty();
    }

    @Override
    public void style(List<Span> spans) {
        RichReadingSurface.apply(area, spans);
    }

    @Override
    public void focus() {
        area.requestFocus();
    }

    @Override
    public boolean focused() {
        return area.isFocused();
    }

    @Override
    public int caret() {
        return area.getCaretPosition();
    }

    @Override
    public ObservableValue<Integer> caretProperty() {
        return area.caretPositionProperty();
    }

    @Override
    public void setCaret(int index) {
        area.moveTo(Math.clamp(index, 0, area.getLength()));
    }

    @Override
    public Bounds caretBounds(Node node) {
        return area.getCaretBounds()
                .map(node::screenToLocal)
                .orElseGet(() -> new BoundingBox(0, 0, 0, 0));
    }

    @Override
    public void onFocusLost(Runnable listener) {
        area.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                listener.run();
                            }
                        });
    }

    @Override
    public void replace(int start, int end, String text) {
        area.replaceText(start, end, text);
    }
}
