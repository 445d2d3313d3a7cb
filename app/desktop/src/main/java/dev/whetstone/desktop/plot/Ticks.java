package dev.whetstone.desktop.plot;

import java.util.ArrayList;
import java.util.List;

/// Round positions for tick marks.
final class Ticks {
    private Ticks() {}

    /// Multiples of 1, 2 or 5 times a power of ten within `low`..`high`, at most `most` + 1.
    static List<Double> between(double low, double high, int most) {
        double raw = (high - low) / Math.max(most, 1);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= raw * 0.999) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
