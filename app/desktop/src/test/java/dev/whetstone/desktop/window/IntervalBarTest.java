package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.plot.IntervalBar;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class IntervalBarTest {
    private static IntervalBar bar(double value, double low, double high) {
        IntervalBar bar = new IntervalBar(.4, 1, .5);
        bar.set(value, low, high);
        bar.resize(600, 20);
        bar.layout();
        return bar;
    }

    private static Node part(IntervalBar bar, String style) {
        return bar.getChildren().stream()
                .filter(node -> node.getStyleClass().contains(style))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatLiesLeftOfTheAxisIsCutThereAndSaid() {
        IntervalBar bar = bar(.39, .27, .52);
        assertThat(part(bar, "tick").isVisible()).isFalse();
        assertThat(part(bar, "less").isVisible()).isTrue();
        assertThat(part(bar, "more").isVisible()).isFalse();
        assertThat(part(bar, "band").getBoundsInParent().getMinX()).isZero();
        assertThat(part(bar, "band").getBoundsInParent().getMaxX()).isBetween(119.9, 120.1);
    }

    @Test
    void nothingIsDrawnBeyondTheEnds() {
        for (double value : new double[] {.4, .7, 1}) {
            IntervalBar bar = bar(value, value - .01, value);
            for (Node part : bar.getChildren()) {
                assertThat(part.getBoundsInParent().getMinX())
                        .as("%s at %s", part.getStyleClass(), value)
                        .isNotNegative();
                assertThat(part.getBoundsInParent().getMaxX())
                        .as("%s at %s", part.getStyleClass(), value)
                        .isLessThanOrEqualTo(600);
            }
        }
    }

    @Test
    void aValueOnTheAxisHasNoArrow() {
        IntervalBar bar = bar(.9, .79, .95);
        assertThat(part(bar, "tick").isVisible()).isTrue();
        assertThat(part(bar, "less").isVisible()).isFalse();
    }
}
