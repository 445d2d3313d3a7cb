package dev.whetstone.services.align;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.model.Device;
import dev.whetstone.runtime.model.DpoSettings;
import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.Sampling;
import java.util.List;

/// Settings to begin with: those of the field for small models trained on a processor.
public final class AlignDefaults {
    private static final double CLOSENESS = .05;
    private static final double SIMILARITY = .9;
    private static final double LENGTH_RATIO = 1.15;
    private static final int NEW_TOKENS = 192;

    private AlignDefaults() {}

    /// @param device where models compute
    public static AlignSettings settings(Device device) {
        return new AlignSettings(
                "starter",
                "project",
                "",
                3,
                200,
                100,
                5,
                new Pairing(
                        PairChoice.BEST_WORST,
                        CLOSENESS,
                        SIMILARITY,
                        LENGTH_RATIO,
                        Pairing.CutOff.LEAVE_OUT),
                new Sampling(1, 1, 0, 0, 1, NEW_TOKENS, 1),
                new Sampling(.8, .95, 0, 0, 1, NEW_TOKENS, 1),
                new DpoSettings(
                        LossSettings.of(LossType.SIGMOID),
                        new LoraSettings(16, 32, List.of()),
                        2e-3,
                        "linear",
                        3,
                        2,
                        8,
                        512,
                        1,
                        0,
                        10,
                        1),
                device,
                AlignSettings.Controls.RANDOM_PAIRS,
                1);
    }
}
