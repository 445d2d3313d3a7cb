package dev.whetstone.core.lf.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.text.TextFeatures;

/// The value of a rule's measure, for sliders and charts. Immutable; threads may share it.
public final class MeasureReader {
    private final Code.Measure measure;

    public MeasureReader(Num measure, Concepts concepts, Detectors detectors, SlotValues slots) {
        this.measure =
                new ConditionCompiler(
                                concepts,
                                detectors,
                                slots,
                                new SearchCompiler(concepts),
                                new Leaves(concepts, detectors))
                        .measure(measure);
    }

    /// Of the pair's first response; NaN where it cannot be told.
    public double first(PairFeatures pair) {
        return of(pair, pair.first(), pair.second());
    }

    /// Of the pair's second response.
    public double second(PairFeatures pair) {
        return of(pair, pair.second(), pair.first());
    }

    private double of(PairFeatures pair, TextFeatures response, TextFeatures other) {
        return measure.of(
                Frame.of(new PairFeatures(pair.prompt(), response, other, pair.source())));
    }
}
