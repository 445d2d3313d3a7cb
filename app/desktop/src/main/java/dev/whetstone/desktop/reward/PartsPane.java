package dev.whetstone.desktop.reward;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.HeadToHead;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.coverage.SliceNames;
import dev.whetstone.desktop.plot.IntervalBar;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.accuracy.GroupAccuracy;
import dev.whetstone.services.accuracy.Part;
import dev.whetstone.services.accuracy.RuleAccuracy;
import dev.whetstone.services.accuracy.Which;
import dev.whetstone.services.coverage.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the model falls short: by rule, by slice, by person, the largest shortfall first; every
/// number of choices opens into them.
final class PartsPane extends VBox {
    private final AccuracyViewModel model;
    private final Messages messages;
    private final SliceNames sliceNames;
    private final DenseTable<RuleAccuracy> rules;
    private final DenseTable<GroupAccuracy<Slice>> slices;
    private final DenseTable<GroupAccuracy<String>> people;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final StackPane tables = new StackPane();
    private final Label stale;
    private final Label facts = Controls.yielding("", "muted", "small");
    private final Button measure;

    PartsPane(AccuracyViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        sliceNames = new SliceNames(messages);
        rules = rules();
        slices =
                groups(
                        "parts.slice",
                        slice -> sliceNames.of(slice),
                        slice -> new Part.OfSlice(slice.id()));
        people = groups("parts.person", name -> name, Part.OfPerson::new);
        tables.getChildren().setAll(rules, slices, people);
        tables.getStyleClass().add("parts");
        tables.setMinWidth(0);
        VBox.setVgrow(tables, Priority.ALWAYS);
        List<String> names = List.of("parts.by-rule", "parts.by-slice", "parts.by-person");
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            ToggleButton button = new ToggleButton(messages.t(names.get(i)));
            button.getStyleClass().add("dense");
            button.setId("reward-parts-" + i);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> choose(place));
            buttons.add(button);
        }
        stale = Controls.whole(messages.t("reward.curve.stale"), "tag", "watch-tag");
        measure = Controls.button(messages.t("parts.measure"), model::measure, "dense");
        measure.setId("reward-parts-measure");
        measure.disableProperty().bind(model.canMeasure().not());
        HBox head = Controls.row(new Segments(buttons), Controls.spacer(), facts, stale, measure);
        head.getStyleClass().add("parts-head");
        JobBar progress = new JobBar(model::cancel, messages);
        getChildren().addAll(head, tables, progress);
        setMinWidth(0);
        choose(0);
        model.reportProperty().subscribe(this::show);
        model.statusProperty().subscribe(progress::show);
    }

    private void choose(int place) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(i == place);
            // hidden ones keep their place, so that their columns know how wide they are
            tables.getChildren().get(i).setVisible(i == place);
        }
    }

    private void show(Optional<AccuracyReport> report) {
        Controls.show(stale, Shown.when(report.isPresent() && report.get().stale()));
        Controls.show(measure, Shown.when(report.isEmpty()));
        rules.table().getItems().setAll(report.map(AccuracyReport::rules).orElse(List.of()));
        slices.table().getItems().setAll(report.map(AccuracyReport::slices).orElse(List.of()));
        people.table().getItems().setAll(report.map(AccuracyReport::people).orElse(List.of()));
        facts.setText(
                report.map(
                                r ->
                                        messages.t(
                                                "parts.all",
                                                r.choices(),
                                                Numbers.two(r.model().value()),
                                                r.untried()))
                        .orElse(""));
    }

    private DenseTable<RuleAccuracy> rules() {
        DenseTable<RuleAccuracy> dense =
                new DenseTable<>(
                        messages.t("parts.rules.none"),
                        List.of(
                                Columns.node(
                                        messages.t("parts.rule"),
                                        12,
                                        row -> name(RuleWords.title(row.sentence()))),
                                count(
                                        row -> row.against().items(),
                                        (row, text) -> link(row, Which.ALL, text)),
                                model(row -> row.against().first()),
                                Columns.number(
                                        messages.t("parts.rule-right"),
                                        3.6,
                                        row -> row.against().second().value(),
                                        Numbers::two),
                                Columns.node(messages.t("parts.apart"), 8.2, this::apart)));
        return dressed(dense, "reward-parts-rules", "parts-rows", row -> row.against().items());
    }

    private Node link(RuleAccuracy row, Which which, String text) {
        String name = messages.t("quoted", RuleWords.title(row.sentence()));
        return link(text, new Opened(new Part.OfRule(row.rule()), which, name));
    }

    /// Who was right more often where the two differ; it stands out where the interval settles it.
    private Node apart(RuleAccuracy row) {
        HeadToHead of = row.against();
        if (of.apart() == 0) {
            return Controls.label(messages.t("parts.never"), "muted");
        }
        double right = of.apart() * of.firstApart().value();
        boolean model = 2 * right >= of.apart();
        Node link =
                link(
                        row,
                        Which.APART,
                        messages.t(
                                model ? "parts.model-right" : "parts.rule-won",
                                Numbers.fixed(model ? right : of.apart() - right, 0),
                                of.apart()));
        link.getStyleClass()
                .add(of.better() == HeadToHead.Better.UNSETTLED ? "unsettled" : "settled");
        Tooltip.install(
                link,
                new Tooltip(
                        messages.t(
                                of.better() == HeadToHead.Better.UNSETTLED
                                        ? "parts.apart.unsettled"
                                        : "parts.apart.settled",
                                of.apart(),
                                Numbers.two(of.firstApart().value()),
                                Numbers.two(of.firstApart().low()),
                                Numbers.two(of.firstApart().high()))));
        return link;
    }

    private <T> DenseTable<GroupAccuracy<T>> groups(
            String title, Function<T, String> named, Function<T, Part> part) {
        DenseTable<GroupAccuracy<T>> dense =
                new DenseTable<>(
                        messages.t("parts.none"),
                        List.of(
                                Columns.node(
                                        messages.t(title), 12, row -> name(named.apply(row.of()))),
                                count(
                                        GroupAccuracy::choices,
                                        (row, text) ->
                                                link(
                                                        text,
                                                        new Opened(
                                                                part.apply(row.of()),
                                                                Which.ALL,
                                                                named.apply(row.of())))),
                                model(GroupAccuracy::model),
                                Columns.number(
                                        messages.t("parts.below"),
                                        7,
                                        GroupAccuracy::shortfall,
                                        below -> Numbers.points(-below))));
        String id = "reward-" + title.replace('.', '-');
        return dressed(dense, id, "two-lines", GroupAccuracy::choices);
    }

    private static Node name(String text) {
        Label label = Controls.wrappedWithin(text);
        Tooltip.install(label, new Tooltip(text));
        return label;
    }

    private Node link(String text, Opened figure) {
        Button button =
                Controls.button(text, () -> model.open(figure), "flat", "cell-link", "count-link");
        button.setAccessibleText(messages.t("parts.open", text, figure.name()));
        return button;
    }

    /// The share that the model has right, above its interval from 0 to 1.
    private <R> TableColumn<R, R> model(Function<R, Estimate> of) {
        TableColumn<R, R> column =
                Columns.node(
                        messages.t("parts.model"),
                        5.6,
                        row -> {
                            Estimate share = of.apply(row);
                            IntervalBar bar = new IntervalBar(0, 1, .5);
                            bar.set(share.value(), share.low(), share.high());
                            VBox cell = new VBox(Controls.whole(Numbers.two(share.value())), bar);
                            cell.getStyleClass().add("share-cell");
                            Tooltip.install(
                                    cell,
                                    new Tooltip(
                                            messages.t(
                                                    "estimate.interval",
                                                    Numbers.two(share.low()),
                                                    Numbers.two(share.high()))));
                            return cell;
                        });
        column.getStyleClass().add("number");
        return column;
    }

    private <R> TableColumn<R, R> count(
            Function<R, Integer> choices, BiFunction<R, String, Node> link) {
        TableColumn<R, R> column =
                Columns.node(
                        messages.t("parts.choices"),
                        3.2,
                        row ->
                                Controls.row(
                                        Controls.spacer(),
                                        link.apply(row, Numbers.count(choices.apply(row)))));
        column.getStyleClass().add("number");
        return column;
    }

    /// Rows of few choices stand back.
    private static <R> DenseTable<R> dressed(
            DenseTable<R> dense, String id, String height, Function<R, Integer> choices) {
        TableView<R> table = dense.table();
        table.setId(id);
        table.getStyleClass().add(height);
        table.setRowFactory(unused -> new Row<>(choices));
        return dense;
    }

    private static final class Row<R> extends TableRow<R> {
        private static final String FEW = "few";
        private final Function<R, Integer> choices;

        Row(Function<R, Integer> choices) {
            this.choices = choices;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove(FEW);
            if (row != null && !empty && choices.apply(row) < AccuracyReport.FEW) {
                getStyleClass().add(FEW);
            }
        }
    }
}
