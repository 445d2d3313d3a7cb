package dev.whetstone.desktop.align;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.services.align.AlignSettings;
import dev.whetstone.services.align.PairChoice;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The choices of a new run that a person sees; everything else keeps its default.
public final class AlignForm {
    private final AlignSettings defaults;
    private final StringProperty base;
    private final IntegerProperty iterations;
    private final IntegerProperty prompts;
    private final IntegerProperty samples;
    private final ObjectProperty<PairChoice> pairs;
    private final ObjectProperty<LossType> loss;
    private final DoubleProperty beta;
    private final IntegerProperty rank;

    AlignForm(AlignSettings defaults) {
        this.defaults = defaults;
        base = new SimpleStringProperty(defaults.base());
        iterations = new SimpleIntegerProperty(defaults.iterations());
        prompts = new SimpleIntegerProperty(defaults.promptsPerIteration());
        samples = new SimpleIntegerProperty(defaults.samples());
        pairs = new SimpleObjectProperty<>(defaults.pairing().choice());
        loss = new SimpleObjectProperty<>(defaults.dpo().loss().types().getFirst());
        beta = new SimpleDoubleProperty(defaults.dpo().loss().beta());
        rank = new SimpleIntegerProperty(defaults.dpo().lora().rank());
    }

    public StringProperty baseProperty() {
        return base;
    }

    public IntegerProperty iterationsProperty() {
        return iterations;
    }

    public IntegerProperty promptsProperty() {
        return prompts;
    }

    public IntegerProperty samplesProperty() {
        return samples;
    }

    public ObjectProperty<PairChoice> pairsProperty() {
        return pairs;
    }

    public ObjectProperty<LossType> lossProperty() {
        return loss;
    }

    /// Chooses a loss with its usual beta: sums and means over tokens want very different ones.
    void choose(LossType type) {
        loss.set(type);
        beta.set(type.usualBeta());
    }

    public DoubleProperty betaProperty() {
        return beta;
    }

    public IntegerProperty rankProperty() {
        return rank;
    }

    private LossSettings loss() {
        LossSettings usual = defaults.dpo().loss();
        return usual.types().getFirst() == loss.get() ? usual : LossSettings.of(loss.get());
    }

    AlignSettings settings() {
        DpoSettings d = defaults.dpo();
        LoraSettings lora =
                new LoraSettings(
                        rank.get(),
                        d.lora().alpha() * rank.get() / d.lora().rank(),
                        d.lora().targets());
        DpoSettings dpo =
                new DpoSettings(
                        loss().withBeta(beta.get()),
                        lora,
                        d.learningRate(),
                        d.schedule(),
                        d.warmupSteps(),
                        d.epochs(),
                        d.pairsPerStep(),
                        d.maxTokens(),
                        d.gradClip(),
                        d.weightDecay(),
                        d.checkpointEvery(),
                        d.seed());
        return new AlignSettings(
                base.get().strip(),
                defaults.prompts(),
                defaults.evaluation(),
                iterations.get(),
                prompts.get(),
                defaults.evaluationPrompts(),
                samples.get(),
                defaults.pairing().withChoice(pairs.get()),
                defaults.sampling(),
                defaults.evaluationSampling(),
                dpo,
                defaults.device(),
                defaults.controls(),
                defaults.seed());
    }
}
