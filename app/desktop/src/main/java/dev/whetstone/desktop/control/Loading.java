package dev.whetstone.desktop.control;

import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// What a screen shows until it has been counted for the first time.
public final class Loading extends VBox {
    public Loading(String sentence) {
        getStyleClass().add("empty-state");
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("thin");
        getChildren().addAll(Controls.wrapped(sentence, "muted"), bar);
    }
}
