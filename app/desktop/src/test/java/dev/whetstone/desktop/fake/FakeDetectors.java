package dev.whetstone.desktop.fake;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.Asker;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Mark;
import dev.whetstone.services.detectors.ReadReply;
import dev.whetstone.services.detectors.ReadReport;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Three detectors: one that is good and asked by a rule, one that is not shown to be, and one that
/// has learnt nothing.
public final class FakeDetectors implements Detectors {
    public static final UUID RULE = new UUID(8, 1);

    private final Map<String, DetectorRow> rows = new LinkedHashMap<>();
    private final Map<String, DetectorRow> removed = new LinkedHashMap<>();
    private final Map<String, Map<String, Mark.Answer>> marks = new LinkedHashMap<>();
    private final FakeReplies replies = new FakeReplies(this);
    private final List<Waiting> waiting = new ArrayList<>();
    private FakeJob<DetectorRow> training = new FakeJob<>("train");
    private FakeJob<ReadReport> run = new FakeJob<>("run");

    public FakeDetectors() {
        put(
                "polite",
                new Recipe.Head(),
                DetectorRow.State.TRAINED,
                new Accuracy(40, 16, new Estimate(.925, .78, .98), .6, .97),
                16,
                24,
                List.of(new Asker(RULE, "be-polite")));
        put(
                "salesy",
                new Recipe.Examples("", List.of("Buy now!"), List.of()),
                DetectorRow.State.OUTDATED,
                new Accuracy(12, 5, new Estimate(.667, .33, .89), .583, .7),
                6,
                7,
                List.of());
        put(
                "upbeat",
                new Recipe.Head(),
                DetectorRow.State.UNTRAINED,
                Accuracy.UNMEASURED,
                0,
                0,
                List.of());
        marks.clear();
        replies.setRead(30);
        waiting.add(new Waiting("be-polite", List.of("polite"), 120, List.of()));
    }

    private void put(
            String name,
            Recipe recipe,
            DetectorRow.State state,
            Accuracy accuracy,
            int yes,
            int no,
            List<Asker> askers) {
        rows.put(
                name,
                new DetectorRow(
                        name,
                        1,
                        recipe,
                        state,
                        accuracy,
                        yes,
                        no,
                        0,
                        30,
                        askers,
                        "Maria",
                        Instant.EPOCH));
    }

    /// A project without any.
    public void clear() {
        rows.clear();
        waiting.clear();
    }

    public FakeJob<DetectorRow> training() {
        return training;
    }

    public FakeJob<ReadReport> run() {
        return run;
    }

    boolean isMarked(String name, String text) {
        return marked(name, text) != ReadReply.Marked.OPEN;
    }

    ReadReply.Marked marked(String name, String text) {
        return switch (marks.getOrDefault(name, Map.of()).get(text)) {
            case YES -> ReadReply.Marked.YES;
            case NO -> ReadReply.Marked.NO;
            case WITHDRAW -> ReadReply.Marked.OPEN;
            case null -> ReadReply.Marked.OPEN;
        };
    }

    /// What was said of texts for a detector, in order.
    public Map<String, Mark.Answer> marks(String name) {
        return marks.getOrDefault(name, Map.of());
    }

    @Override
    public FakeReplies replies() {
        return replies;
    }

    @Override
    public List<DetectorRow> list() {
        return List.copyOf(rows.values());
    }

    @Override
    public DetectorRow show(String name) {
        DetectorRow row = rows.get(name);
        if (row == null) {
            throw new ServiceException("detector.unknown", "There is no #" + name + ".", "");
        }
        return row;
    }

    @Override
    public DetectorRow add(String name, Recipe recipe, String author) {
        put(name, recipe, DetectorRow.State.UNTRAINED, Accuracy.UNMEASURED, 0, 0, List.of());
        return show(name);
    }

    @Override
    public int mark(String name, List<Mark> given, String author) {
        DetectorRow row = show(name);
        Map<String, Mark.Answer> own = marks.computeIfAbsent(name, _ -> new LinkedHashMap<>());
        int yes = row.yes();
        int no = row.no();
        for (Mark mark : given) {
            Mark.Answer before = own.get(mark.text());
            yes -= before == Mark.Answer.YES ? 1 : 0;
            no -= before == Mark.Answer.NO ? 1 : 0;
            yes += mark.is() == Mark.Answer.YES ? 1 : 0;
            no += mark.is() == Mark.Answer.NO ? 1 : 0;
            own.put(mark.text(), mark.is());
        }
        rows.put(
                name,
                new DetectorRow(
                        name,
                        row.version(),
                        row.recipe(),
                        row.state(),
                        row.accuracy(),
                        yes,
                        no,
                        0,
                        row.read(),
                        row.askers(),
                        author,
                        Instant.EPOCH));
        return yes + no;
    }

    /// What training comes to.
    public DetectorRow trained(String name) {
        DetectorRow row = show(name);
        put(
                name,
                row.recipe(),
                DetectorRow.State.TRAINED,
                new Accuracy(row.marks(), row.yes(), new Estimate(.9, .72, .97), .55, .95),
                row.yes(),
                row.no(),
                row.askers());
        return show(name);
    }

    @Override
    public JobHandle<DetectorRow> train(String name, String author) {
        training = new FakeJob<>("Train the detector #" + name);
        return training;
    }

    @Override
    public JobHandle<ReadReport> run(List<String> names) {
        run = new FakeJob<>("Let detectors read");
        return run;
    }

    @Override
    public void remove(String name, String author) {
        DetectorRow row = show(name);
        if (!row.askers().isEmpty()) {
            throw new ServiceException(
                    "detector.used",
                    "#" + name + " is asked by " + String.join(", ", row.rules()) + ".",
                    "Pause or change these rules first.");
        }
        removed.put(name, row);
        rows.remove(name);
    }

    @Override
    public DetectorRow rename(String name, String to, String author) {
        DetectorRow row = show(name);
        rows.remove(name);
        put(to, row.recipe(), row.state(), row.accuracy(), row.yes(), row.no(), row.askers());
        return show(to);
    }

    @Override
    public DetectorRow restore(String name, String author) {
        rows.put(name, java.util.Objects.requireNonNull(removed.remove(name)));
        return show(name);
    }

    @Override
    public List<String> labels(Path folder) {
        if (!folder.toString().contains("model")) {
            throw new ServiceException(
                    "detector.folder", folder + " has no config.json.", "Choose another.");
        }
        return List.of("NEGATIVE", "POSITIVE");
    }

    @Override
    public List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public List<String> sample(String name, int count, long seed) {
        throw new AssertionError("screens ask for replies with their prompts");
    }

    @Override
    public int markFile(String name, Path file, String author) {
        throw new AssertionError("no screen reads marks from a file");
    }

    @Override
    public int markWhen(String name, String condition, int most, String author) {
        throw new AssertionError("no screen marks by a condition");
    }

    @Override
    public JobHandle<Accuracy> test(String name, Path file) {
        throw new AssertionError("no screen measures on a file");
    }

    @Override
    public JobHandle<VoteTable> vote(Path pairs, Path rules) {
        throw new AssertionError("no screen votes on files");
    }

    @Override
    public void exportTo(String name, Path file) {
        throw new AssertionError("no screen writes detectors");
    }

    @Override
    public DetectorRow importFrom(Path file, String author) {
        throw new AssertionError("no screen takes detectors over");
    }
}
