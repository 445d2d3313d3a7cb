package dev.whetstone.desktop.fake;

import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.reward.ReliabilityBin;
import dev.whetstone.services.reward.ResponseRow;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.RewardVersion;
import dev.whetstone.services.reward.Rewards;
import dev.whetstone.services.reward.Score;
import dev.whetstone.services.reward.ScoredText;
import dev.whetstone.services.reward.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Two trained versions.
public final class FakeRewards implements Rewards {
    private final List<RewardVersion> versions = new ArrayList<>();

    public FakeRewards() {
        versions.add(version(1, .76));
        versions.add(version(2, .80));
    }

    private static RewardVersion version(int number, double accuracy) {
        return new RewardVersion(
                number,
                Instant.parse("2026-11-02T10:15:00Z"),
                284,
                3_812,
                new RewardReport(
                        128,
                        new Estimate(accuracy, accuracy - .08, accuracy + .06),
                        new Estimate(.56, .48, .65),
                        new Estimate(.73, .65, .80),
                        .49,
                        .16,
                        .041,
                        .112,
                        .12,
                        List.of(
                                new ReliabilityBin(.55, .52, 30),
                                new ReliabilityBin(.63, .66, 28),
                                new ReliabilityBin(.72, .71, 27),
                                new ReliabilityBin(.83, .86, 25),
                                new ReliabilityBin(.94, .93, 18))),
                41,
                "abc",
                number == 2);
    }

    @Override
    public JobHandle<RewardVersion> train(long seed) {
        versions.add(version(versions.size() + 1, .81));
        return FakeJob.done("Train the reward model", versions.getLast());
    }

    @Override
    public List<RewardVersion> versions() {
        return List.copyOf(versions);
    }

    @Override
    public Optional<RewardVersion> newest() {
        return Optional.of(versions.getLast());
    }

    @Override
    public JobHandle<List<Score>> score(String prompt, List<String> responses) {
        return FakeJob.done("Score", responses.stream().map(r -> new Score(0, .2)).toList());
    }

    @Override
    public JobHandle<List<Score>> scoreRows(List<ResponseRow> rows) {
        return FakeJob.done("Score", rows.stream().map(r -> new Score(0, .2)).toList());
    }

    @Override
    public JobHandle<RewardReport> evaluate(int folds, long seed) {
        return FakeJob.done("Evaluate", versions.getLast().report());
    }

    @Override
    public JobHandle<Why> why(String prompt, String response) {
        return FakeJob.done(
                "Why",
                new Why(
                        new Score(-1.34, .21),
                        List.of(
                                new Why.Part("meaning of the text", -.9),
                                new Why.Part("promises", -.61),
                                new Why.Part("empathy", .28),
                                new Why.Part("length", .24)),
                        List.of(
                                new Why.Verdict(
                                        new UUID(5, 0),
                                        "promises-cover",
                                        "if the response promises cover, it is worse",
                                        -1)),
                        List.of(
                                new Why.Neighbour(
                                        FakeDesk.id(0),
                                        "Maria",
                                        false,
                                        .91,
                                        "Your claim is fully covered.",
                                        "It promises the claim is covered."),
                                new Why.Neighbour(
                                        FakeDesk.id(2),
                                        "Aisha",
                                        true,
                                        .77,
                                        "Send us photos.",
                                        "Kind, and short enough."))));
    }

    @Override
    public JobHandle<List<ScoredText>> scoreAll() {
        Random random = new Random(3);
        List<ScoredText> points = new ArrayList<>();
        for (int i = 0; i < 260; i++) {
            int chars = 150 + (int) Math.abs(random.nextGaussian() * 300);
            points.add(new ScoredText(chars, random.nextGaussian() + chars / 2_000.0));
        }
        return FakeJob.done("Score all", points);
    }
}
