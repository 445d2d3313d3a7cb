package dev.whetstone.services.winrate;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.LengthControl;
import dev.whetstone.core.evaluate.WinRate;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoublePredicate;

/// Win rates of files.
public final class WinRates {
    private WinRates() {}

    /// @param seed of the draws behind the controlled rate's interval, and of the folds
    /// @throws ServiceException `input.json`, `winrate.length` without lengths,
    ///     `winrate.difficulty` without difficulties, `winrate.few` when there is too little
    public static WinRateReport of(Path file, Control control, long seed) {
        Verdicts verdicts = Verdicts.read(file);
        double[] preference = verdicts.preference();
        Estimate raw = WinRate.raw(preference);
        int known = count(preference, p -> !Double.isNaN(p));
        if (known == 0) {
            throw new ServiceException("winrate.few", file + " holds no preference.", "");
        }
        return new WinRateReport(
                known,
                preference.length - known,
                count(preference, p -> p > .5),
                count(preference, p -> p == .5),
                count(preference, p -> p < .5),
                raw,
                controlled(file, verdicts, control, seed),
                Arrays.stream(verdicts.baseLength()).average().orElse(Double.NaN),
                Arrays.stream(verdicts.modelLength()).average().orElse(Double.NaN));
    }

    private static int count(double[] of, DoublePredicate which) {
        return (int) Arrays.stream(of).filter(which).count();
    }

    private static Estimate controlled(Path file, Verdicts of, Control control, long seed) {
        if (control == Control.NONE) {
            return Estimate.UNDEFINED;
        }
        known(file, of.baseLength(), "length", "base");
        known(file, of.modelLength(), "length", "model");
        try {
            return switch (control) {
                case NONE -> Estimate.UNDEFINED;
                case MINIMAL ->
                        WinRate.lengthControlled(
                                of.preference(),
                                of.baseLength(),
                                of.modelLength(),
                                new Random(seed));
                case FULL -> {
                    known(file, of.difficulty(), "difficulty", "difficulty");
                    yield LengthControl.full(
                            of.preference(),
                            of.baseLength(),
                            of.modelLength(),
                            of.difficulty(),
                            seed);
                }
            };
        } catch (IllegalArgumentException e) {
            throw new ServiceException("winrate.few", String.valueOf(e.getMessage()), "", e);
        }
    }

    private static void known(Path file, double[] column, String code, String field) {
        int missing = count(column, Double::isNaN);
        if (missing > 0) {
            throw new ServiceException(
                    "winrate." + code,
                    file + ": " + missing + " rows have no \"" + field + "\".",
                    code.equals("difficulty")
                            ? "Use --length-controlled minimal."
                            : "Give the texts, or their lengths in characters.");
        }
    }
}
