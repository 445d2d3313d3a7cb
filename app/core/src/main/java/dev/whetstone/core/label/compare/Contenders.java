package dev.whetstone.core.label.compare;

import dev.whetstone.core.label.BetaPrior;
import dev.whetstone.core.label.DawidSkene;
import dev.whetstone.core.label.FlyingSquid;
import dev.whetstone.core.label.GoldOnlyWeights;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.MajorityVote;
import dev.whetstone.core.label.RidgeOnVotes;
import dev.whetstone.core.label.SnorkelLabelModel;
import dev.whetstone.core.label.SnorkelSettings;
import dev.whetstone.core.label.SymmetricEm;
import dev.whetstone.core.label.VotePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The models that are worth comparing.
public final class Contenders {
    /// Settings of the published pipeline for UltraFeedback and MT-Bench.
    static final SnorkelSettings PUBLISHED =
            new SnorkelSettings(
                    100,
                    .01,
                    .6,
                    SnorkelSettings.Optimizer.ADAM,
                    SnorkelSettings.Schedule.CONSTANT,
                    .7,
                    0,
                    123,
                    0);

    private Contenders() {}

    /// What the program takes by itself, and every model with its usual settings.
    ///
    /// @param families weight 1 / (size of its family) of each rule; when any is below 1, the
    ///     models that know families take part with and without them
    public static List<Contender> all(double[] families) {
        double[] alone = new double[0];
        boolean known = Arrays.stream(families).anyMatch(f -> f < 1);
        List<Contender> all = new ArrayList<>();
        all.add(new Contender("auto", new LabelPolicy(alone).choose()));
        all.add(new Contender("majority", new MajorityVote()));
        all.add(new Contender("ridge", new RidgeOnVotes(alone)));
        all.add(new Contender("ridge, plain", new RidgeOnVotes(List.of(VotePrior.RIDGE), alone)));
        all.add(new Contender("gold", new GoldOnlyWeights()));
        all.add(
                new Contender(
                        "gold, without temperature",
                        new GoldOnlyWeights(
                                BetaPrior.NORMAL, alone, GoldOnlyWeights.Temperature.ONE)));
        all.add(new Contender("em", new SymmetricEm(BetaPrior.NORMAL, alone)));
        if (known) {
            all.add(new Contender("auto, families", new LabelPolicy(families).choose()));
            all.add(new Contender("ridge, families", new RidgeOnVotes(families)));
            all.add(
                    new Contender(
                            "gold, families", new GoldOnlyWeights(BetaPrior.NORMAL, families)));
            all.add(new Contender("em, families", new SymmetricEm(BetaPrior.NORMAL, families)));
        }
        all.add(new Contender("dawid-skene", new DawidSkene()));
        all.add(new Contender("flyingsquid", new FlyingSquid(.5)));
        all.add(new Contender("snorkel", new SnorkelLabelModel(SnorkelSettings.CONVERGED)));
        all.add(new Contender("snorkel, published settings", new SnorkelLabelModel(PUBLISHED)));
        return all;
    }
}
