package dev.whetstone.desktop.coverage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/// The colours and the font of a heat map, taken from labels that css dresses and nobody sees, so
/// that the map follows the theme.
final class HeatInk {
    private final Label overlap = probe("heat-overlap");
    private final Label conflict = probe("heat-conflict");
    private final Label ground = probe("heat-ground");
    private final Label text = probe("heat-text");
    private final Label strong = probe("heat-strong");

    private static Label probe(String style) {
        Label label = new Label();
        label.getStyleClass().addAll("small", style);
        label.setManaged(false);
        label.setVisible(false);
        return label;
    }

    List<Node> probes() {
        return List.of(overlap, conflict, ground, text, strong);
    }

    void onChange(Runnable changed) {
        for (Label label : List.of(overlap, conflict, ground, text, strong)) {
            label.textFillProperty().addListener((o, before, now) -> changed.run());
        }
        text.fontProperty().addListener((o, before, now) -> changed.run());
    }

    /// The colour of a field.
    ///
    /// @param strength 0 to 1
    Color field(HeatPainter.Kind kind, double strength) {
        Color full = colour(kind == HeatPainter.Kind.OVERLAP ? overlap : conflict);
        return full.deriveColor(0, 1, 1, .07 + .93 * strength);
    }

    Paint diagonal() {
        return ground.getTextFill();
    }

    Paint text() {
        return text.getTextFill();
    }

    /// On fields of strong colour.
    Paint onStrong() {
        return strong.getTextFill();
    }

    Font font() {
        return text.getFont();
    }

    private static Color colour(Label label) {
        return label.getTextFill() instanceof Color known ? known : Color.GRAY;
    }
}
