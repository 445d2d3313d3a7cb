package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.align.PairChoice;
import dev.whetstone.services.align.Preflight;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The choices of a new run on the left, what was measured before the start on the right.
final class SetupPane extends VBox {
    private final AlignViewModel model;
    private final Messages messages;
    private final PreflightPanel checks;
    private final HBox resume = new HBox();

    SetupPane(AlignViewModel model, Action start, FileDialogs dialogs, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("page");
        HBox head =
                new HBox(
                        Controls.whole(messages.t("align.new"), "page-title"),
                        Controls.yielding(messages.t("align.new.lead"), "muted", "small"));
        head.getStyleClass().add("page-head");
        resume.getStyleClass().addAll("note", "row");
        resume.getChildren()
                .addAll(
                        Controls.wrapped(messages.t("align.resume.text")),
                        Controls.spacer(),
                        Controls.button(messages.t("align.resume"), model::resume, "dense"));
        AlignForm form = model.form();
        TextField base = new TextField();
        base.textProperty().bindBidirectional(form.baseProperty());
        base.setAccessibleText(messages.t("align.base"));
        HBox.setHgrow(base, Priority.ALWAYS);
        Button browse =
                Controls.button(
                        messages.t("align.browse"),
                        () ->
                                dialogs.folder(messages.t("align.base"))
                                        .ifPresent(f -> form.baseProperty().set(f.toString())),
                        "dense");
        Panel choices = new Panel(messages.t("align.choices"));
        choices.add(setting("align.base", Controls.row(base, browse)));
        choices.add(note("align.base.note"));
        choices.add(setting("align.iterations", number(form.iterationsProperty(), 1, 10)));
        choices.add(setting("align.prompts", number(form.promptsProperty(), 10, 100_000)));
        choices.add(setting("align.samples", number(form.samplesProperty(), 2, 16)));
        choices.add(setting("align.pairs", pairs(form)));
        choices.add(note("align.pairs.note"));
        choices.add(setting("align.loss", new LossPicker(form, messages)));
        choices.add(setting("align.beta", beta(form)));
        choices.add(setting("align.rank", number(form.rankProperty(), 1, 256)));
        Button check = Controls.button(messages.t("align.check"), model::check);
        check.setId("align-check");
        check.disableProperty().bind(model.checkingProperty());
        Button go = Controls.button(start, messages.t("align.start"), "accent");
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        checks = new PreflightPanel(messages);
        HBox.setHgrow(checks, Priority.ALWAYS);
        scroll.setPrefWidth(10);
        checks.setPrefWidth(10);
        HBox columns = new HBox(scroll, checks);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        Label hint = Controls.yielding("", "muted", "small");
        HBox foot = new HBox(hint, Controls.spacer(), check, go);
        foot.getStyleClass().add("row");
        getChildren().addAll(head, resume, columns, foot);
        model.preflightProperty().subscribe(preflight -> show(preflight, hint));
        model.checkingProperty()
                .subscribe(checking -> hint.setText(hint(model.preflightProperty().get())));
        model.runsProperty()
                .subscribe(runs -> Controls.show(resume, Shown.when(model.canResume())));
    }

    private void show(Optional<Preflight> preflight, Label hint) {
        checks.show(preflight);
        hint.setText(hint(preflight));
    }

    private String hint(Optional<Preflight> preflight) {
        if (model.checkingProperty().get()) {
            return messages.t("align.checking");
        }
        if (preflight.isEmpty()) {
            return messages.t("align.check.first");
        }
        return preflight.get().canStart() ? messages.t("align.ready") : messages.t("align.blocked");
    }

    private HBox setting(String key, Node control) {
        Label label = Controls.wrapped(messages.t(key));
        label.getStyleClass().add("setting-name");
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("setting");
        return row;
    }

    private Label note(String key) {
        return Controls.wrapped(messages.t(key), "muted", "small", "setting-note");
    }

    private static Spinner<Integer> number(IntegerProperty property, int low, int high) {
        Spinner<Integer> spinner = new Spinner<>(low, high, property.get());
        spinner.setEditable(true);
        spinner.valueProperty().subscribe(value -> property.set(value));
        property.subscribe(value -> spinner.getValueFactory().setValue(value.intValue()));
        return spinner;
    }

    private static Spinner<Double> beta(AlignForm form) {
        Spinner<Double> spinner = new Spinner<>(0.001, 100.0, form.betaProperty().get(), 0.01);
        spinner.setEditable(true);
        spinner.getValueFactory().setConverter(new ShortDecimals());
        spinner.valueProperty().subscribe(value -> form.betaProperty().set(value));
        form.betaProperty()
                .subscribe(value -> spinner.getValueFactory().setValue(value.doubleValue()));
        return spinner;
    }

    private ComboBox<PairChoice> pairs(AlignForm form) {
        ComboBox<PairChoice> box = new ComboBox<>();
        box.getItems().setAll(List.of(PairChoice.BEST_WORST, PairChoice.BEST_RANDOM));
        box.valueProperty().bindBidirectional(form.pairsProperty());
        box.setAccessibleText(messages.t("align.pairs"));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable PairChoice choice) {
                        return choice == null ? "" : choice.wireName();
                    }

                    @Override
                    public PairChoice fromString(String text) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        return box;
    }
}
