package dev.whetstone.desktop.fake;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.HeadToHead;
import dev.whetstone.services.accuracy.Accuracies;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.accuracy.ChoiceListing;
import dev.whetstone.services.accuracy.ChoiceRow;
import dev.whetstone.services.accuracy.GroupAccuracy;
import dev.whetstone.services.accuracy.Part;
import dev.whetstone.services.accuracy.RuleAccuracy;
import dev.whetstone.services.accuracy.Which;
import dev.whetstone.services.coverage.Slice;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.pair.PairRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A model that falls short of one rule, of long prompts, and of one person.
public final class FakeAccuracies implements Accuracies {
    /// The rule that is right more often than the model.
    public static final UUID RULE = new UUID(5, 0);

    public static AccuracyReport report() {
        return new AccuracyReport(
                Estimate.ofProportion(102, 128),
                128,
                3,
                List.of(
                        new RuleAccuracy(
                                RULE,
                                "promises-cover",
                                "if the response promises cover, it is worse",
                                new HeadToHead(
                                        46,
                                        Estimate.ofProportion(32, 46),
                                        Estimate.ofProportion(41, 46),
                                        11,
                                        Estimate.ofProportion(1, 11))),
                        new RuleAccuracy(
                                new UUID(5, 1),
                                "apology",
                                "if the response contains an apology, it is better",
                                new HeadToHead(
                                        7,
                                        Estimate.ofProportion(6, 7),
                                        Estimate.ofProportion(4, 7),
                                        2,
                                        Estimate.ofProportion(2, 2)))),
                List.of(
                        new GroupAccuracy<>(
                                new Slice("long-prompt", Slice.Kind.LONG_PROMPT, "", 80),
                                31,
                                Estimate.ofProportion(20, 31),
                                102 / 128.0 - 20 / 31.0)),
                List.of(
                        new GroupAccuracy<>(
                                "Maria",
                                60,
                                Estimate.ofProportion(43, 60),
                                102 / 128.0 - 43 / 60.0)),
                Instant.parse("2026-11-02T10:15:00Z"),
                true);
    }

    @Override
    public Optional<AccuracyReport> kept() {
        return Optional.of(report());
    }

    @Override
    public JobHandle<AccuracyReport> measure(long seed) {
        return FakeJob.done("Find where the reward model falls short", report());
    }

    @Override
    public ChoiceListing open(Part part, Which which, int limit) {
        return new ChoiceListing(
                List.of(
                        new ChoiceRow(
                                new PairRef(FakeDesk.id(0), 0, 1),
                                "My kitchen is under water.",
                                .91,
                                0,
                                "Maria",
                                -1)),
                11);
    }
}
