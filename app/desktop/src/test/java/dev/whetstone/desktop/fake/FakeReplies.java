package dev.whetstone.desktop.fake;

import dev.whetstone.services.detectors.Found;
import dev.whetstone.services.detectors.ReadReply;
import dev.whetstone.services.detectors.ReadReport;
import dev.whetstone.services.detectors.Replies;
import dev.whetstone.services.detectors.Reply;
import dev.whetstone.services.job.JobHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Thirty replies, of which a detector has read as many as a test says.
public final class FakeReplies implements Replies {
    private static final int ALL = 30;

    private final FakeDetectors detectors;
    private final List<Integer> limits = new ArrayList<>();
    private FakeJob<ReadReport> reading = new FakeJob<>("read");
    private int read;

    FakeReplies(FakeDetectors detectors) {
        this.detectors = detectors;
    }

    public static Reply reply(int i) {
        return new Reply(
                "My claim HC-" + (4000 + i) + " is three weeks old. When do I hear from you?",
                i % 3 == 0
                        ? "Thank you for your patience with claim " + i + ". We are sorry."
                        : "Claim " + i + " is being processed. See section 4 of the policy.");
    }

    /// How many the detector has read.
    public void setRead(int count) {
        read = count;
    }

    /// The reading that was started last.
    public FakeJob<ReadReport> reading() {
        return reading;
    }

    /// What readings were asked for, oldest first.
    public List<Integer> limits() {
        return limits;
    }

    @Override
    public List<Reply> next(String name, Set<String> passed, int count) {
        return IntStream.range(0, ALL)
                .mapToObj(FakeReplies::reply)
                .filter(reply -> !passed.contains(reply.text()))
                .filter(reply -> !detectors.isMarked(name, reply.text()))
                .limit(count)
                .toList();
    }

    @Override
    public List<Reply> with(String words, int most) {
        return IntStream.range(0, ALL)
                .mapToObj(FakeReplies::reply)
                .filter(reply -> reply.text().contains(words))
                .limit(most)
                .toList();
    }

    @Override
    public JobHandle<ReadReport> read(String name, int most) {
        limits.add(most);
        reading = new FakeJob<>("Let #" + name + " read replies");
        return reading;
    }

    @Override
    public Found found(String name, double threshold, int each) {
        List<ReadReply> all =
                IntStream.range(0, read)
                        .mapToObj(
                                i ->
                                        new ReadReply(
                                                reply(i),
                                                score(i),
                                                detectors.marked(name, reply(i).text())))
                        .toList();
        List<Integer> bins = new ArrayList<>(java.util.Collections.nCopies(Found.BINS, 0));
        all.forEach(
                each1 -> {
                    int bin = Math.min(Found.BINS - 1, (int) (each1.score() * Found.BINS));
                    bins.set(bin, bins.get(bin) + 1);
                });
        List<ReadReply> rising =
                all.stream()
                        .sorted(java.util.Comparator.comparingDouble(ReadReply::score))
                        .toList();
        return new Found(
                ALL,
                read,
                (int) all.stream().filter(r -> r.score() >= threshold).count(),
                bins,
                rising.reversed().stream().limit(each).toList(),
                rising.stream().limit(each).toList(),
                rising.stream()
                        .sorted(
                                java.util.Comparator.comparingDouble(
                                        r -> Math.abs(r.score() - threshold)))
                        .limit(each)
                        .toList());
    }

    private static double score(int i) {
        return i % 3 == 0 ? .6 + i / 100.0 : .05 + i / 75.0;
    }
}
