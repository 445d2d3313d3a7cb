package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.Showing;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The choice: which is better and how clearly for two responses, places for more.
final class ChoiceBar extends VBox {
    private final ToggleButton left;
    private final ToggleButton tie;
    private final ToggleButton bad;
    private final ToggleButton right;
    private final List<ToggleButton> strengths;
    private final ToggleButton send;
    private final ToggleButton sendRanked;
    private final FlowPane pairRow = new FlowPane();
    private final VBox rankRows = new VBox();
    private final RankBar rank;
    private final CompareViewModel model;

    ChoiceBar(CompareViewModel model, CompareActions actions, Messages messages) {
        this.model = model;
        left = Controls.toggle(actions.get("compare.left"), messages.t("compare.left.better"));
        tie = Controls.toggle(actions.get("compare.tie"), messages.t("compare.tie"));
        bad = Controls.toggle(actions.get("compare.bad"), messages.t("compare.bad"));
        right = Controls.toggle(actions.get("compare.right"), messages.t("compare.right.better"));
        strengths =
                List.of(
                        Controls.toggle(
                                actions.get("compare.slightly"), messages.t("compare.slightly")),
                        Controls.toggle(
                                actions.get("compare.clearly"), messages.t("compare.clearly")),
                        Controls.toggle(actions.get("compare.much"), messages.t("compare.much")));
        send = sendButton(actions.get("compare.send"), messages);
        sendRanked = sendButton(actions.get("compare.send"), messages);
        sendRanked.setId("compare-send-ranked");
        pairRow.getStyleClass().add("choice-row");
        HBox rest = rest(actions, messages, "");
        pairRow.getChildren()
                .addAll(
                        new Segments(List.of(left, tie, bad, right)),
                        new Segments(strengths),
                        send,
                        rest);
        rank = new RankBar(model, messages);
        HBox rankTools = rest(actions, messages, "-ranked");
        rankTools.getChildren().addFirst(sendRanked);
        rankTools.getChildren().addFirst(Controls.spacer());
        rankTools.getChildren().addFirst(rank.words());
        rankRows.getStyleClass().add("rank");
        rankRows.getChildren().addAll(rank, rankTools);
        getChildren().addAll(pairRow, rankRows);
        pairRow.prefWrapLengthProperty().bind(widthProperty());
        setMinHeight(USE_PREF_SIZE);
        model.verdictProperty().subscribe(value -> refresh());
        model.showingProperty().subscribe(value -> refresh());
    }

    private static ToggleButton sendButton(Action action, Messages messages) {
        ToggleButton button = Controls.toggle(action, messages.t("compare.send"));
        return button;
    }

    private static HBox rest(CompareActions actions, Messages messages, String suffix) {
        var skip = Controls.button(actions.get("compare.skip"), messages.t("compare.skip"), "flat");
        var flag = Controls.button(actions.get("compare.flag"), messages.t("compare.flag"), "flat");
        skip.setId(skip.getId() + suffix);
        flag.setId(flag.getId() + suffix);
        return Controls.row(skip, flag);
    }

    private void refresh() {
        model.settled().ifPresent(this::refresh);
    }

    private void refresh(Showing showing) {
        Verdict verdict = model.verdictProperty().get();
        boolean pair = showing.responses().size() == 2;
        Controls.show(pairRow, Shown.when(pair));
        Controls.show(rankRows, Shown.when(!pair));
        int winner = verdict.winner();
        left.setSelected(pair && winner == showing.storedIndex(0));
        right.setSelected(pair && winner == showing.storedIndex(1));
        tie.setSelected(verdict.isTie());
        bad.setSelected(verdict.bothBad());
        for (int i = 0; i < strengths.size(); i++) {
            strengths.get(i).setSelected(verdict.strength() == Strength.values()[i + 1]);
        }
        for (ToggleButton button : List.of(send, sendRanked)) {
            button.setSelected(verdict.acceptable() == Acceptable.YES);
            dress(button, verdict.acceptable());
        }
        rank.refresh(showing, verdict);
    }

    /// A sign beside the colour: a tick for yes, a cross for no.
    private static void dress(ToggleButton button, Acceptable acceptable) {
        HBox graphic = new HBox();
        graphic.getStyleClass().add("row");
        graphic.getChildren()
                .add(
                        switch (acceptable) {
                            case YES -> Icons.of(Feather.CHECK_SQUARE);
                            case NO -> Icons.of(Feather.X_SQUARE);
                            case UNSAID -> Icons.of(Feather.SQUARE);
                        });
        graphic.getChildren().add(new dev.whetstone.desktop.control.KeyCap("W"));
        button.setGraphic(graphic);
        button.setContentDisplay(ContentDisplay.RIGHT);
    }
}
