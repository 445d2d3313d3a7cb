package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.TextKey;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.store.detect.DetectorMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The replies of the project file, and what detectors say of them.
final class ProjectReplies implements Replies {
    private final Jobs jobs;
    private final DetectorBook book;
    private final ReplyBook replies;
    private final MarkBook marks;
    private final MarkSampler sampler;
    private final DetectorReading reading;

    ProjectReplies(
            Jobs jobs,
            DetectorBook book,
            ReplyBook replies,
            MarkBook marks,
            MarkSampler sampler,
            DetectorReading reading) {
        this.jobs = jobs;
        this.book = book;
        this.replies = replies;
        this.marks = marks;
        this.sampler = sampler;
        this.reading = reading;
    }

    @Override
    public List<Reply> next(String name, Set<String> passed, int count) {
        Map<String, ReplyBook.Known> all = replies.all();
        return sampler.next(ProjectDetectors.find(book, name), passed, count).stream()
                .map(all::get)
                .filter(java.util.Objects::nonNull)
                .map(ReplyBook.Known::reply)
                .toList();
    }

    @Override
    public List<Reply> with(String words, int most) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        return replies.all().values().stream()
                .filter(known -> hasAll(known.text().toLowerCase(Locale.ROOT), wanted))
                .limit(most)
                .map(ReplyBook.Known::reply)
                .toList();
    }

    private static boolean hasAll(String text, List<String> words) {
        return words.stream().allMatch(text::contains);
    }

    @Override
    public JobHandle<ReadReport> read(String name, int most) {
        Detector detector = ProjectDetectors.find(book, name);
        return jobs.start(
                "Let #" + detector.name() + " read replies",
                progress -> {
                    if (!detector.isTrained()) {
                        throw new ServiceException(
                                "detector.untrained",
                                "#" + detector.name() + " has not been trained.",
                                "Train it first.");
                    }
                    Map<TextKey, Float> scores = book.scores(detector);
                    List<String> open =
                            replies.all().values().stream()
                                    .limit(most)
                                    .filter(known -> !scores.containsKey(known.key()))
                                    .map(ReplyBook.Known::text)
                                    .toList();
                    return reading.readReplies(detector, open, progress);
                });
    }

    @Override
    public Found found(String name, double threshold, int each) {
        Detector detector = ProjectDetectors.find(book, name);
        List<ReadReply> read = detector.isTrained() ? read(detector) : List.of();
        int[] bins = new int[Found.BINS];
        int kept = 0;
        for (ReadReply reply : read) {
            bins[Math.min(Found.BINS - 1, (int) (reply.score() * Found.BINS))]++;
            kept += reply.score() >= threshold ? 1 : 0;
        }
        List<ReadReply> rising = new ArrayList<>(read);
        rising.sort(Comparator.comparingDouble(ReadReply::score));
        List<ReadReply> falling = new ArrayList<>(rising);
        Collections.reverse(falling);
        List<Integer> counts = new ArrayList<>();
        for (int bin : bins) {
            counts.add(bin);
        }
        return new Found(
                replies.all().size(),
                read.size(),
                kept,
                counts,
                falling.stream().limit(each).toList(),
                rising.stream().limit(each).toList(),
                rising.stream()
                        .sorted(
                                Comparator.<ReadReply, Boolean>comparing(
                                                reply -> reply.marked() != ReadReply.Marked.OPEN)
                                        .thenComparing(
                                                reply -> Math.abs(reply.score() - threshold)))
                        .limit(each)
                        .toList());
    }

    private List<ReadReply> read(Detector detector) {
        Map<String, ReadReply.Marked> said = new HashMap<>();
        for (DetectorMark mark : marks.standing(detector.name())) {
            said.put(
                    mark.text(),
                    mark.label() == DetectorMark.Label.YES
                            ? ReadReply.Marked.YES
                            : ReadReply.Marked.NO);
        }
        Map<TextKey, Float> scores = book.scores(detector);
        List<ReadReply> read = new ArrayList<>();
        for (ReplyBook.Known known : replies.all().values()) {
            Float score = scores.get(known.key());
            if (score != null) {
                read.add(
                        new ReadReply(
                                known.reply(),
                                score,
                                said.getOrDefault(known.text(), ReadReply.Marked.OPEN)));
            }
        }
        return read;
    }
}
