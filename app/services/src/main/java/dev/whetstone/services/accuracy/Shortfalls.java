package dev.whetstone.services.accuracy;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.PairSet;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.services.coverage.Slice;
import dev.whetstone.services.coverage.SlicedPairs;
import dev.whetstone.services.reward.HeldOutChoices;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// Puts held-out choices together by what they have in common.
final class Shortfalls {
    private static final double COIN = .5;

    private final SlicedPairs pairs;
    private final HeldOutChoices held;
    private final Joined joined;
    private final Estimate all;

    Shortfalls(SlicedPairs pairs, HeldOutChoices held) {
        this.pairs = pairs;
        this.held = held;
        this.joined = Joined.of(pairs.ballot(), held);
        this.all = Scores.accuracy(Joined.predictions(joined.choices()));
    }

    AccuracyReport report(Staleness staleness) {
        return new AccuracyReport(
                all,
                decided(joined.choices()),
                joined.unknown(),
                rules(),
                slices(),
                people(),
                held.measured(),
                staleness == Staleness.STALE);
    }

    /// Whether choices, rules or texts have changed since the predictions were made.
    enum Staleness {
        CURRENT,
        STALE
    }

    private static int decided(List<Joined.Held> of) {
        return (int) of.stream().filter(each -> each.choice().preference() != COIN).count();
    }

    private List<RuleAccuracy> rules() {
        List<RuleVersion> rules = pairs.ballot().rules();
        List<RuleAccuracy> rows = new ArrayList<>();
        for (int j = 0; j < rules.size(); j++) {
            RuleVersion rule = rules.get(j);
            rows.add(
                    new RuleAccuracy(
                            rule.ruleId(),
                            rule.name(),
                            RuleTexts.sentence(
                                    RuleTexts.parse(rule.text()), new SlotValues(rule.slots())),
                            joined.against(j)));
        }
        rows.removeIf(row -> row.against().items() == 0);
        rows.sort(worstFirst(row -> row.against().items(), RuleAccuracy::shortfall));
        return rows;
    }

    /// Slices that say something of the model: not who judged, which the people are for.
    private List<GroupAccuracy<Slice>> slices() {
        List<GroupAccuracy<Slice>> rows = new ArrayList<>();
        for (int i = 0; i < pairs.slices().size(); i++) {
            Slice slice = pairs.slices().get(i);
            PairSet in = pairs.pairs().get(i);
            if (tells(slice.kind())) {
                rows.add(group(slice, joined.where(each -> in.contains(each.pair()))));
            }
        }
        rows.removeIf(row -> row.choices() == 0);
        rows.sort(worstFirst(GroupAccuracy::choices, GroupAccuracy::shortfall));
        return rows;
    }

    private static boolean tells(Slice.Kind kind) {
        return switch (kind) {
            case ALL, JUDGED, NOT_JUDGED, PERSON -> false;
            case LANGUAGE,
                    SHORT_PROMPT,
                    MIDDLE_PROMPT,
                    LONG_PROMPT,
                    SEVERAL_TURNS,
                    WITH_SOURCE,
                    ASKS_FOR,
                    MODEL,
                    LIKE_LENGTH,
                    UNLIKE_LENGTH ->
                    true;
        };
    }

    private List<GroupAccuracy<String>> people() {
        TreeSet<String> names = new TreeSet<>();
        joined.choices().forEach(each -> names.add(each.choice().annotator()));
        List<GroupAccuracy<String>> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(group(name, joined.where(each -> each.choice().annotator().equals(name))));
        }
        rows.removeIf(row -> row.choices() == 0);
        rows.sort(worstFirst(GroupAccuracy::choices, GroupAccuracy::shortfall));
        return rows;
    }

    private <T> GroupAccuracy<T> group(T of, List<Joined.Held> choices) {
        Estimate model = Scores.accuracy(Joined.predictions(choices));
        return new GroupAccuracy<>(of, decided(choices), model, all.value() - model.value());
    }

    /// By shortfall, largest first; parts that few choices speak of come last.
    private static <T> Comparator<T> worstFirst(
            ToIntFunction<T> choices, ToDoubleFunction<T> shortfall) {
        return Comparator.<T>comparingInt(
                        row -> choices.applyAsInt(row) < AccuracyReport.FEW ? 1 : 0)
                .thenComparing(Comparator.comparingDouble(shortfall).reversed());
    }
}
