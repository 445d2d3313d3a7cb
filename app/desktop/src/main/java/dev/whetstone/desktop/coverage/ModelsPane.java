package dev.whetstone.desktop.coverage;

import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Diagnosis;
import dev.whetstone.services.coverage.ModelFit;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Label models on choices that they have not seen: figures, reliability, and how the default was
/// chosen.
final class ModelsPane extends VBox {
    private final CoverageViewModel model;
    private final ModelNames names;
    private final Messages messages;
    private final DenseTable<ModelFit> table;
    private final Label why = Controls.wrapped("", "small");
    private final Plot reliability;
    private final Plot weights;
    private final FlowPane bins = new FlowPane();
    private final ModelPlots plots;

    ModelsPane(CoverageViewModel model, ModelNames names, Messages messages) {
        this.model = model;
        this.names = names;
        this.messages = messages;
        this.plots = new ModelPlots(messages);
        this.reliability = new Plot(plots.noReliability());
        this.weights = new Plot(plots.noWeights());
        table =
                new DenseTable<>(
                        messages.t("models.none"),
                        List.of(
                                Columns.text(
                                        messages.t("models.model"), 13, f -> names.of(f.model())),
                                Columns.number(
                                        messages.t("models.accuracy"),
                                        5,
                                        f -> f.accuracy().value(),
                                        Numbers::two),
                                Columns.leaving(
                                        2,
                                        Columns.interval(
                                                messages.t("models.interval"),
                                                5,
                                                .4,
                                                f -> f.accuracy().value(),
                                                f -> f.accuracy().low(),
                                                f -> f.accuracy().high())),
                                Columns.number(
                                        messages.t("models.loss"),
                                        6,
                                        ModelFit::logLoss,
                                        Numbers::share),
                                Columns.number(
                                        messages.t("models.ece"), 4, ModelFit::ece, Numbers::share),
                                Columns.leaving(
                                        1,
                                        Columns.text(
                                                messages.t("models.converged"),
                                                7,
                                                this::converged))));
        table.table().setId("coverage-models");
        table.getStyleClass().add("model-table");
        HBox charts = new HBox(reliability, weights);
        for (Plot plot : List.of(reliability, weights)) {
            plot.getStyleClass().add("model-plot");
            HBox.setHgrow(plot, Priority.ALWAYS);
        }
        why.getStyleClass().add("model-why");
        bins.getStyleClass().add("model-bins");
        VBox all = new VBox(table, why, charts, bins);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        setMinHeight(0);
        model.diagnosisProperty().subscribe(this::show);
        model.reportProperty().subscribe(this::showWeights);
        model.viewProperty().subscribe(view -> show(model.diagnosisProperty().get()));
    }

    private String converged(ModelFit fit) {
        return fit.converged() ? messages.t("models.rests") : messages.t("models.moves");
    }

    private void show(Optional<Diagnosis> found) {
        found.ifPresent(
                diagnosis -> {
                    table.table().getItems().setAll(diagnosis.fits());
                    why.setText(reason(diagnosis));
                    diagnosis.fits().stream()
                            .filter(f -> f.model() == model.viewProperty().get().model())
                            .findFirst()
                            .ifPresent(this::showReliability);
                });
    }

    private void showReliability(ModelFit fit) {
        reliability.show(plots.reliability(fit));
        bins.getChildren().setAll(Controls.whole(messages.t("models.open"), "muted", "small"));
        for (ReliabilityBin bin : fit.bins()) {
            if (bin.items() > 0) {
                Button open =
                        Controls.button(
                                messages.t(
                                        "models.bin",
                                        Numbers.fixed(bin.low(), 1),
                                        Numbers.fixed(bin.high(), 1),
                                        bin.items()),
                                () -> model.open(new Cell.Sure(bin.low(), bin.high())),
                                "flat",
                                "link");
                bins.getChildren().add(open);
            }
        }
    }

    private void showWeights(Optional<CoverageReport> report) {
        report.ifPresent(r -> weights.show(plots.weights(r.rules())));
    }

    private String reason(Diagnosis diagnosis) {
        String taken = names.ofWire(diagnosis.taken());
        if (diagnosis.judged() < LabelPolicy.LEAST_JUDGED) {
            return messages.t("models.few", diagnosis.judged(), LabelPolicy.LEAST_JUDGED);
        }
        if (diagnosis.challenges().isEmpty()) {
            return messages.t(
                    "models.untried", taken, diagnosis.judged(), LabelPolicy.LEAST_TO_CHALLENGE);
        }
        StringBuilder text = new StringBuilder(messages.t("models.taken", taken));
        for (ModelDecision.Challenge challenge : diagnosis.challenges()) {
            text.append(' ')
                    .append(
                            messages.t(
                                    challenge.won() ? "models.won" : "models.lost",
                                    names.ofWire(challenge.model()),
                                    names.ofWire(challenge.against()),
                                    Numbers.fixed(challenge.gain(), 1)));
        }
        return text.toString();
    }
}
