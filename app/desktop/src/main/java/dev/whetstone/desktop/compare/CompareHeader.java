package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.DeskProgress;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Which comparison this is, how far the expert is, and the tools of the desk.
final class CompareHeader extends HBox {
    private static final int LEAN_FROM = 20;
    private static final double FACTS_FROM_EM = 75;

    private final Messages messages;
    private final Label title = Controls.whole("", "page-title");
    private final Label total = Controls.whole("", "lead", "muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label facts = Controls.yielding("", "muted", "small");

    CompareHeader(
            CompareViewModel model,
            GuidelinesViewModel guidelines,
            CompareActions actions,
            Messages messages) {
        this.messages = messages;
        getStyleClass().add("page-head");
        bar.getStyleClass().add("thin");
        ToggleButton diff =
                Controls.toggle(actions.get("compare.diff"), messages.t("compare.diff"), "dense");
        diff.selectedProperty().bindBidirectional(model.differencesProperty());
        diff.setOnAction(null);
        ToggleButton scroll =
                Controls.toggle(
                        actions.get("compare.scroll"), messages.t("compare.scroll"), "dense");
        scroll.selectedProperty().bindBidirectional(model.scrollTogetherProperty());
        scroll.setOnAction(null);
        ToggleButton guide =
                Controls.toggle(
                        actions.get("compare.guidelines"),
                        messages.t("compare.guidelines"),
                        "dense");
        guide.selectedProperty().bindBidirectional(guidelines.shownProperty());
        guide.setOnAction(null);
        Button undo =
                Controls.button(
                        actions.get("compare.undo"), messages.t("compare.undo"), "flat", "dense");
        ToggleButton back = arrow(actions, "compare.back", Feather.CHEVRON_LEFT);
        ToggleButton forward = arrow(actions, "compare.forward", Feather.CHEVRON_RIGHT);
        getChildren()
                .addAll(
                        title,
                        total,
                        bar,
                        facts,
                        Controls.spacer(),
                        diff,
                        scroll,
                        guide,
                        undo,
                        new Segments(List.of(back, forward)));
        widthProperty().subscribe(width -> fold());
        title.fontProperty().subscribe(font -> fold());
        model.showingProperty().subscribe(this::show);
        model.progressProperty().subscribe(this::progress);
    }

    /// Where there is no room for the facts whole, the bar alone tells how far it is.
    private void fold() {
        double em = facts.getFont().getSize();
        Controls.show(facts, Controls.Shown.when(getWidth() > FACTS_FROM_EM * em));
    }

    private static ToggleButton arrow(CompareActions actions, String id, Feather icon) {
        ToggleButton button = Controls.toggle(actions.get(id), "", "dense");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(Icons.of(icon));
        button.selectedProperty()
                .subscribe(
                        selected -> {
                            if (selected) {
                                button.setSelected(false);
                            }
                        });
        return button;
    }

    private void show(Optional<Showing> showing) {
        showing.ifPresent(s -> title.setText(messages.t("compare.title", s.number())));
    }

    private void progress(Optional<DeskProgress> progress) {
        progress.ifPresent(
                p -> {
                    total.setText(messages.t("compare.of", p.total()));
                    bar.setProgress(p.total() == 0 ? 0 : (double) p.judged() / p.total());
                    List<String> words = new ArrayList<>();
                    words.add(messages.t("compare.chosen", p.judged()));
                    if (p.judged() >= LEAN_FROM) {
                        lean(p.leftShare(), "compare.lean.left", "compare.lean.right")
                                .ifPresent(words::add);
                        lean(p.longerShare(), "compare.lean.longer", "compare.lean.shorter")
                                .ifPresent(words::add);
                    }
                    facts.setText(String.join(" · ", words));
                });
    }

    /// Told only where it is worth a thought: 60 % or more one way.
    private Optional<String> lean(double share, String over, String under) {
        if (share >= 0.6) {
            return Optional.of(messages.t(over, Math.round(share * 100)));
        }
        if (share <= 0.4) {
            return Optional.of(messages.t(under, Math.round((1 - share) * 100)));
        }
        return Optional.empty();
    }
}
