package dev.whetstone.services.detectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.project.Response;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detect.DetectorJson;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detect.TextReader;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.Jobs;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.reward.SentenceEncoder;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.PairFileVotes;
import dev.whetstone.services.vote.RuleFiles;
import dev.whetstone.services.vote.VoteTable;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.detect.DetectorMark;
import dev.whetstone.store.detect.DetectorVersion;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Detectors over the project file.
public final class ProjectDetectors implements Detectors {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,63}";

    /// Replies that examples without a contrary are held against.
    private static final int OTHERS = 200;

    private final OpenProject project;
    private final Jobs jobs;
    private final Voting voting;
    private final ConceptBook concepts;
    private final SentenceEncoder encoder;
    private final CheckpointReader checkpoints;
    private final TextReader reader;
    private final DetectorBook book;
    private final DetectorShelf shelf;
    private final MarkBook marks;
    private final MarkSampler sampler;
    private final DetectorReading reading;
    private final ProjectReplies replies;

    public ProjectDetectors(
            OpenProject project,
            Jobs jobs,
            Voting voting,
            ConceptBook concepts,
            SentenceEncoder encoder,
            CheckpointReader checkpoints,
            InstantSource clock) {
        this.project = project;
        this.jobs = jobs;
        this.voting = voting;
        this.concepts = concepts;
        this.encoder = encoder;
        this.checkpoints = checkpoints;
        this.reader = new EncoderReader(encoder, checkpoints);
        this.book = voting.detectors();
        this.marks = new MarkBook(project, clock);
        this.shelf = new DetectorShelf(project, book, clock);
        ReplyBook all = new ReplyBook(project);
        this.sampler = new MarkSampler(marks, book, all);
        this.reading = new DetectorReading(project, voting, book, reader);
        this.replies = new ProjectReplies(jobs, book, all, marks, sampler, reading);
    }

    @Override
    public List<DetectorRow> list() {
        List<RuleVersion> active = activeRules();
        return book.all().values().stream().map(detector -> row(detector, active)).toList();
    }

    @Override
    public DetectorRow show(String name) {
        return row(find(name), activeRules());
    }

    private Detector find(String name) {
        return find(book, name);
    }

    static Detector find(DetectorBook book, String name) {
        Detector found = book.all().get(plain(name));
        if (found == null) {
            throw new ServiceException(
                    "detector.unknown",
                    "There is no detector #" + plain(name) + ".",
                    book.names().isEmpty()
                            ? "Make one with: whetstone detectors add PROJECT NAME"
                            : "There are #" + String.join(", #", book.names()) + ".");
        }
        return found;
    }

    private static String plain(String name) {
        return name.startsWith("#") ? name.substring(1) : name;
    }

    private DetectorRow row(Detector detector, List<RuleVersion> rules) {
        DetectorVersion stored = shelf.stored(detector.name());
        List<DetectorMark> standing = marks.standing(detector.name());
        int yes = (int) standing.stream().filter(m -> m.label() == DetectorMark.Label.YES).count();
        return new DetectorRow(
                detector.name(),
                detector.version(),
                detector.recipe(),
                state(detector, standing),
                detector.accuracy(),
                yes,
                standing.size() - yes,
                (int) standing.stream().filter(mark -> !mark.source().isEmpty()).count(),
                book.read(detector),
                askers(detector, rules),
                stored.author(),
                stored.at());
    }

    private List<RuleVersion> activeRules() {
        return project.with(file -> file.rules().current()).stream()
                .filter(rule -> rule.state() == RuleState.ACTIVE)
                .toList();
    }

    private static List<Asker> askers(Detector detector, List<RuleVersion> rules) {
        return rules.stream()
                .filter(rule -> DetectorReading.asked(rule).contains(detector.name()))
                .map(rule -> new Asker(rule.ruleId(), rule.name()))
                .toList();
    }

    private DetectorRow.State state(Detector detector, List<DetectorMark> standing) {
        if (!detector.isTrained()) {
            return DetectorRow.State.UNTRAINED;
        }
        // one that was made elsewhere has been taught there
        boolean same =
                standing.isEmpty() || detector.taught().equals(taught(detector.recipe(), standing));
        return same ? DetectorRow.State.TRAINED : DetectorRow.State.OUTDATED;
    }

    private String taught(Recipe recipe, List<DetectorMark> standing) {
        ContentHash.Builder hash = ContentHash.builder().add(recipe.kind());
        if (recipe instanceof Recipe.Examples examples) {
            likes(examples).forEach(hash::add);
            hash.add("unlike");
            examples.unlike().forEach(hash::add);
        }
        standing.forEach(mark -> hash.add(mark.text()).add(mark.label().name()));
        return hash.build().hex();
    }

    @Override
    public DetectorRow add(String name, Recipe recipe, String author) {
        String plain = named(name);
        if (recipe instanceof Recipe.Examples examples) {
            requireExamples(examples);
        }
        shelf.saveUntrained(plain, recipe, author);
        return show(plain);
    }

    private static String named(String name) {
        String plain = plain(name.strip());
        if (!plain.matches(NAME)) {
            throw new ServiceException(
                    "detector.name",
                    "\"" + plain + "\" cannot be a detector's name.",
                    "It is a letter, then letters, digits or _ (at most 64).");
        }
        return plain;
    }

    private void requireExamples(Recipe.Examples recipe) {
        if (!recipe.concept().isEmpty() && !concepts.concepts().has(recipe.concept())) {
            throw new ServiceException(
                    "detector.examples", "There is no word list @" + recipe.concept() + ".", "");
        }
        if (likes(recipe).isEmpty()) {
            throw new ServiceException(
                    "detector.examples",
                    "The detector has no examples.",
                    "Give some with --like TEXT, --examples FILE or --concept NAME.");
        }
    }

    /// The examples, with the words of the word list. Expressions are no words.
    private List<String> likes(Recipe.Examples recipe) {
        Set<String> like = new LinkedHashSet<>(recipe.like());
        if (!recipe.concept().isEmpty()) {
            for (Pattern pattern : concepts.concepts().of(recipe.concept())) {
                if (pattern instanceof Pattern.Literal(var words)) {
                    like.add(words.replaceAll("[*~]", " ").strip());
                }
            }
        }
        return like.stream().filter(text -> !text.isBlank()).toList();
    }

    @Override
    public int mark(String name, List<Mark> given, String author) {
        Detector detector = find(name);
        marks.add(detector.name(), given, author);
        return marks.standing(detector.name()).size();
    }

    @Override
    public int markFile(String name, Path file, String author) {
        return mark(find(name).name(), MarkBook.read(file), author);
    }

    @Override
    public int markWhen(String name, String condition, int most, String author) {
        Detector detector = find(name);
        marks.addWhen(detector.name(), condition, most, voting.compiler(), author);
        return marks.standing(detector.name()).size();
    }

    @Override
    public List<String> sample(String name, int count, long seed) {
        return sampler.sample(find(name), count, seed);
    }

    @Override
    public JobHandle<DetectorRow> train(String name, String author) {
        Detector detector = find(name);
        return jobs.start(
                "Train the detector #" + detector.name(),
                progress -> train(detector, author, progress));
    }

    private DetectorRow train(Detector detector, String author, Progress progress) {
        progress.stage("Reading marked texts");
        List<DetectorMark> standing = marks.standing(detector.name());
        DetectorTrainer trainer = new DetectorTrainer(encoder.with(progress), sampler.questions());
        DetectorTrainer.Trained trained =
                switch (detector.recipe()) {
                    case Recipe.Examples examples ->
                            trainer.fromExamples(examples, likes(examples), others(), standing);
                    case Recipe.Head _ -> trainer.head(detector.name(), standing);
                    case Recipe.Checkpoint given ->
                            trainer.checkpoint(
                                    given,
                                    checkpoints.content(given.folder()),
                                    standing,
                                    reader,
                                    progress);
                };
        progress.safePoint();
        shelf.save(
                new Detector(
                        detector.name(),
                        detector.version(),
                        detector.recipe(),
                        trained.model(),
                        trained.accuracy(),
                        DetectorJson.fingerprint(trained.model()),
                        taught(detector.recipe(), standing)),
                author);
        return show(detector.name());
    }

    @Override
    public JobHandle<Accuracy> test(String name, Path file) {
        Detector detector = find(name);
        List<Mark> given =
                MarkBook.read(file).stream()
                        .filter(mark -> mark.is() != Mark.Answer.WITHDRAW)
                        .toList();
        return jobs.start(
                "Measure the detector #" + detector.name(),
                progress -> test(detector, given, progress));
    }

    private Accuracy test(Detector detector, List<Mark> given, Progress progress) {
        progress.stage("Reading texts");
        double[] scores =
                reader.read(detector.model(), given.stream().map(Mark::text).toList(), progress);
        boolean[] is = new boolean[given.size()];
        for (int i = 0; i < is.length; i++) {
            is[i] = given.get(i).is() == Mark.Answer.YES;
        }
        return Accuracy.of(scores, is, Accuracy.Method.FIXED);
    }

    private List<String> others() {
        return marks.shuffled(0).stream()
                .map(Response::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(OTHERS)
                .toList();
    }

    @Override
    public JobHandle<ReadReport> run(List<String> names) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(find(name).name()));
        return jobs.start("Let detectors read", progress -> reading.run(wanted, progress));
    }

    @Override
    public void remove(String name, String author) {
        Detector detector = find(name);
        refuseWhileAsked(detector, activeRules(), "Pause or change these rules first.");
        shelf.remove(detector, author);
    }

    private static void refuseWhileAsked(
            Detector detector, List<RuleVersion> rules, String advice) {
        List<Asker> users = askers(detector, rules);
        if (!users.isEmpty()) {
            throw new ServiceException(
                    "detector.used",
                    "#"
                            + detector.name()
                            + " is asked by "
                            + users.stream().map(Asker::name).collect(Collectors.joining(", "))
                            + ".",
                    advice);
        }
    }

    @Override
    public DetectorRow rename(String name, String to, String author) {
        Detector detector = find(name);
        String wanted = named(to);
        if (wanted.equals(detector.name())) {
            return show(wanted);
        }
        if (book.names().contains(wanted)) {
            throw new ServiceException(
                    "detector.name", "There is a detector #" + wanted + " already.", "");
        }
        refuseWhileAsked(
                detector,
                project.with(file -> file.rules().current()),
                "A rule names its detector: change these rules first.");
        shelf.rename(detector, wanted, author);
        return show(wanted);
    }

    @Override
    public DetectorRow restore(String name, String author) {
        shelf.restore(plain(name), author);
        return show(name);
    }

    @Override
    public List<String> labels(Path folder) {
        return ModelFolder.labels(folder);
    }

    @Override
    public Replies replies() {
        return replies;
    }

    @Override
    public JobHandle<VoteTable> vote(Path pairs, Path rules) {
        Set<String> known = book.names();
        for (var rule : RuleFiles.read(rules, known).rules()) {
            for (String name : Terms.detectors(rule.rule())) {
                if (!find(name).isTrained()) {
                    throw new ServiceException(
                            "detector.untrained",
                            rule.name() + " asks #" + name + ", which has not been trained.",
                            "Train it with: whetstone detectors train PROJECT " + name);
                }
            }
        }
        return jobs.start(
                "Vote on " + pairs.getFileName(),
                progress -> {
                    progress.stage("Reading and voting");
                    return PairFileVotes.count(
                            pairs, rules, known, book.live(book.all()), progress);
                });
    }

    @Override
    public List<Waiting> waiting() {
        return reading.waiting();
    }

    @Override
    public void exportTo(String name, Path file) {
        JsonFiles.write(file, DetectorJson.write(find(name)));
    }

    @Override
    public DetectorRow importFrom(Path file, String author) {
        Detector read = DetectorJson.read(JsonFiles.read(file, JsonNode.class), file.toString());
        if (!read.name().matches(NAME)) {
            throw new ServiceException(
                    "detector.damaged", file + ": \"" + read.name() + "\" is no name", "");
        }
        shelf.save(read, author);
        return show(read.name());
    }
}
