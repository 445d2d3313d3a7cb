package dev.whetstone.services.project;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.job.Subscription;
import dev.whetstone.store.derived.AlignIteration;
import dev.whetstone.store.derived.IterationState;
import dev.whetstone.store.project.Existing;
import dev.whetstone.store.project.ProjectFile;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The handle that all services of one open project share: the file, its texts in memory, and who
/// wants to hear of changes.
public final class OpenProject implements Project {
    private static final String ID = "project.id";
    private static final String CREATED = "project.created";
    private static final String GUIDELINES = "project.guidelines";
    private static final int GUIDELINES_LIMIT = 100_000;

    private final ProjectFile file;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Content content;

    private OpenProject(ProjectFile file) {
        this.file = file;
    }

    public static OpenProject create(Path path, InstantSource clock) {
        OpenProject project =
                new OpenProject(StoreFailures.translate(() -> ProjectFile.create(path)));
        project.with(
                opened -> {
                    opened.settings().put(ID, UUID.randomUUID().toString());
                    opened.settings().put(CREATED, clock.instant().toString());
                    return true;
                });
        return project;
    }

    public static OpenProject open(Path path) {
        return new OpenProject(StoreFailures.translate(() -> ProjectFile.open(path)));
    }

    /// Works on the file; its failures come out as services document them.
    public <T> T with(Function<ProjectFile, T> work) {
        return StoreFailures.translate(() -> work.apply(file));
    }

    /// The texts; read again after they changed.
    public Content content() {
        Content known = content;
        if (known == null) {
            known = with(Content::read);
            content = known;
        }
        return known;
    }

    /// Verdicts that hold, of all people.
    public List<Judgement> judgements() {
        return with(opened -> opened.judgements().standing());
    }

    /// Tells everyone; call after the change is durable.
    public void changed(Change change) {
        if (change == Change.CONTENT) {
            content = null;
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    @Override
    public Path file() {
        return file.file();
    }

    @Override
    public Path artefacts() {
        return file.artefacts().folder();
    }

    @Override
    public ProjectInfo info() {
        return with(this::readInfo);
    }

    private ProjectInfo readInfo(ProjectFile opened) {
        List<Judgement> standing = opened.judgements().standing();
        long pairs = 0;
        for (Comparison comparison : opened.comparisons().all()) {
            int n = comparison.responseIds().size();
            pairs += (long) n * (n - 1) / 2;
        }
        Set<UUID> judged = new HashSet<>();
        standing.forEach(judgement -> judged.add(judgement.comparisonId()));
        List<RuleVersion> rules = opened.rules().current();
        int iterations =
                opened.alignRuns().all().stream()
                        .mapToInt(run -> finished(opened.alignRuns().iterations(run.id())))
                        .sum();
        return new ProjectInfo(
                UUID.fromString(opened.settings().get(ID).orElse(new UUID(0, 0).toString())),
                name(),
                opened.file(),
                artefacts(),
                Instant.parse(opened.settings().get(CREATED).orElse(Instant.EPOCH.toString())),
                dev.whetstone.store.schema.Schema.current().version(),
                opened.prompts().count(),
                opened.responses().count(),
                opened.comparisons().count(),
                pairs,
                standing.size(),
                judged.size(),
                rules.stream().filter(rule -> rule.state() == RuleState.ACTIVE).count(),
                rules.size(),
                opened.rewards().all().size(),
                iterations,
                opened.annotators().all().stream().map(Annotator::name).toList());
    }

    private static int finished(List<AlignIteration> iterations) {
        return (int)
                iterations.stream()
                        .filter(i -> i.number() > 0 && i.state() != IterationState.RUNNING)
                        .filter(i -> i.state() != IterationState.FAILED)
                        .count();
    }

    private String name() {
        String name = String.valueOf(file().getFileName());
        return name.endsWith(".whetstone")
                ? name.substring(0, name.length() - ".whetstone".length())
                : name;
    }

    @Override
    public String guidelines() {
        return with(opened -> opened.settings().get(GUIDELINES).orElse(""));
    }

    @Override
    public void setGuidelines(String text) {
        if (text.length() > GUIDELINES_LIMIT) {
            throw new ServiceException(
                    "guidelines.long",
                    "The guidelines have " + text.length() + " characters.",
                    "At most " + GUIDELINES_LIMIT + " fit.");
        }
        with(
                opened -> {
                    opened.settings().put(GUIDELINES, text);
                    return true;
                });
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void backup(Path target) {
        with(opened -> opened.backup(target, Existing.REFUSE));
    }

    @Override
    public void close() {
        with(
                opened -> {
                    opened.close();
                    return true;
                });
    }
}
