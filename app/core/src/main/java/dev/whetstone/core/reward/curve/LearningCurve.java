package dev.whetstone.core.reward.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures how accurate reward models are after 5, 10, 20, 40 ... judged comparisons, trained
/// on choices alone and on choices with the rules that these comparisons' explanations bring.
/// Judged prompts are dealt into folds; each fold in turn is held out, and the comparisons of
/// the others come in random order. A judgement's outcomes are averaged over the repeats;
/// intervals draw whole prompts.
public final class LearningCurve {
    private static final int FEWEST = 5;

    /// A number of comparisons nearer than this to all of them is left out for them.
    private static final double NEAR_ALL = .75;

    private final CurveSettings settings;

    public LearningCurve(CurveSettings settings) {
        this.settings = settings;
    }

    /// Hears how far the work is, on the thread that asked for it; may end it by an exception.
    @FunctionalInterface
    public interface Listener {
        void draws(int done, int of);
    }

    /// @throws IllegalArgumentException when fewer than 2 prompts were judged, fewer than 5
    ///     comparisons remain to learn from, or every judgement is a tie
    public Curve measure(CurveData data, RulesInHand rules, Listener listener) {
        List<Split> splits = Split.all(data, settings);
        int[] sizes =
                sizes(splits.stream().mapToInt(split -> split.order().size()).min().orElse(0));
        Learner learner = new Learner(data, rules, settings.training());
        Tally tally = new Tally(data, sizes);
        for (int done = 0; done < splits.size(); done++) {
            listener.draws(done, splits.size());
            tally.add(splits.get(done), draw(learner, splits.get(done), sizes));
        }
        listener.draws(splits.size(), splits.size());
        return tally.curve(settings.seed());
    }

    private static Tally.Draw draw(Learner learner, Split split, int[] sizes) {
        List<Learner.Taught> choices = new ArrayList<>();
        List<Learner.Taught> withRules = new ArrayList<>();
        // every second one with rules, so that each core gets long and short ones
        IntStream.range(0, 2 * sizes.length)
                .parallel()
                .mapToObj(
                        i ->
                                i % 2 == 0
                                        ? learner.byChoices(split, split.first(sizes[i / 2]))
                                        : learner.byChoicesAndRules(
                                                split, split.first(sizes[i / 2])))
                .toList()
                .forEach(
                        taught ->
                                (choices.size() == withRules.size() ? choices : withRules)
                                        .add(taught));
        return new Tally.Draw(choices, withRules, learner.byMajority(split));
    }

    /// 5, 10, 20 ... and all.
    static int[] sizes(int all) {
        if (all < FEWEST) {
            throw new IllegalArgumentException(
                    "a learning curve needs "
                            + FEWEST
                            + " judged comparisons to learn from beside"
                            + " those it is measured on, not "
                            + all);
        }
        IntStream.Builder sizes = IntStream.builder();
        for (int size = FEWEST; size <= NEAR_ALL * all; size *= 2) {
            sizes.add(size);
        }
        return sizes.add(all).build().toArray();
    }
}
