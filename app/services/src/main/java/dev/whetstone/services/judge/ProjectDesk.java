package dev.whetstone.services.judge;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Ids;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.Content;
import dev.whetstone.services.project.OpenProject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A desk over the project file. What was seen and what comes next follow from the person's own
/// events; only the place is stored besides.
final class ProjectDesk implements Desk {
    private final OpenProject project;
    private final Annotator annotator;
    private final InstantSource clock;
    private final Ids ids;
    private final DraftWriter drafts;
    private final AskedAgain askedAgain;
    private final List<UUID> trail;
    private final List<JudgementEvent> events;
    private DeskLog log;
    private @Nullable UUID place;

    ProjectDesk(OpenProject project, Annotator annotator, InstantSource clock, Ids ids) {
        this.project = project;
        this.annotator = annotator;
        this.clock = clock;
        this.ids = ids;
        this.drafts = new DraftWriter(project);
        this.askedAgain = new AskedAgain(project, clock);
        this.events = new ArrayList<>(ownEvents());
        this.log = new DeskLog(events);
        this.trail = new ArrayList<>(log.seen());
        this.place = storedPlace().or(this::firstOpen).orElse(null);
        remember();
    }

    private List<JudgementEvent> ownEvents() {
        return project.with(file -> file.judgements().all()).stream()
                .filter(event -> event.annotatorId().equals(annotator.id()))
                .toList();
    }

    private String placeKey() {
        return "desk." + annotator.id();
    }

    private Optional<UUID> storedPlace() {
        return project.with(file -> file.settings().get(placeKey()))
                .map(UUID::fromString)
                .filter(id -> project.content().comparisons().containsKey(id));
    }

    private void remember() {
        UUID here = place;
        if (here == null) {
            return;
        }
        if (!trail.contains(here)) {
            trail.add(here);
        }
        project.with(
                file -> {
                    file.settings().put(placeKey(), here.toString());
                    return true;
                });
    }

    /// What was asked again since this person judged it, then the first comparison nobody at this
    /// desk has touched, then the longest skipped one.
    private Optional<UUID> firstOpen() {
        Optional<UUID> again =
                askedAgain.all().entrySet().stream()
                        .filter(asked -> !asked.getKey().equals(place))
                        .filter(asked -> isDue(asked.getKey(), asked.getValue()))
                        .min(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
        return again.or(this::firstUnjudged);
    }

    private boolean isDue(UUID comparison, Instant asked) {
        return project.content().comparisons().containsKey(comparison)
                && log.verdict(comparison)
                        .filter(verdict -> AskedAgain.isDue(verdict, asked))
                        .isPresent();
    }

    private Optional<UUID> firstUnjudged() {
        Optional<UUID> fresh =
                project.content().comparisons().keySet().stream()
                        .filter(id -> log.standing(id) == Standing.NEW && !trail.contains(id))
                        .findFirst();
        return fresh.or(
                () ->
                        log.seen().stream()
                                .filter(id -> log.standing(id) == Standing.SKIPPED)
                                .filter(id -> !id.equals(place))
                                .findFirst());
    }

    @Override
    public synchronized Optional<Showing> current() {
        return Optional.ofNullable(place).flatMap(this::showing);
    }

    @Override
    public synchronized Optional<Showing> next() {
        int at = place == null ? -1 : trail.indexOf(place);
        boolean along = at >= 0 && at + 1 < trail.size();
        Optional<UUID> target = along ? Optional.of(trail.get(at + 1)) : firstOpen();
        if (!along) {
            // what comes again is the newest, so that what follows it is not all that was seen
            target.ifPresent(trail::remove);
        }
        target.ifPresent(this::moveTo);
        return target.flatMap(this::showing);
    }

    @Override
    public synchronized Optional<Showing> previous() {
        int at = place == null ? -1 : trail.indexOf(place);
        if (at <= 0) {
            return Optional.empty();
        }
        moveTo(trail.get(at - 1));
        return current();
    }

    @Override
    public synchronized Optional<Showing> open(UUID comparisonId) {
        if (!project.content().comparisons().containsKey(comparisonId)) {
            return Optional.empty();
        }
        moveTo(comparisonId);
        return current();
    }

    private void moveTo(UUID comparison) {
        place = comparison;
        remember();
    }

    private Optional<Showing> showing(UUID id) {
        Content content = project.content();
        Comparison comparison = content.comparisons().get(id);
        if (comparison == null) {
            return Optional.empty();
        }
        Draft draft =
                project.with(file -> file.drafts().find(annotator.id(), id))
                        .map(stored -> DraftJson.read(stored.body()))
                        .or(() -> log.verdict(id).map(ProjectDesk::draftOf))
                        .orElse(Draft.EMPTY);
        return Optional.of(
                new Showing(
                        comparison,
                        content.promptOf(comparison),
                        content.responsesOf(comparison),
                        Sides.of(annotator.id(), id, comparison.responseIds().size()),
                        draft,
                        log.standing(id),
                        trail.indexOf(id) + 1));
    }

    private static Draft draftOf(Judgement verdict) {
        return new Draft(
                verdict.ranking(),
                verdict.strength(),
                verdict.acceptable(),
                verdict.bothBad(),
                verdict.explanation());
    }

    private UUID here() {
        UUID here = place;
        if (here == null) {
            throw new ServiceException(
                    "desk.empty",
                    "There is no comparison to judge.",
                    "Import prompts with two or more responses each.");
        }
        return here;
    }

    @Override
    public synchronized void draft(Draft draft) {
        drafts.save(
                new dev.whetstone.store.judgement.Draft(
                        annotator.id(), here(), clock.instant(), DraftJson.write(draft)));
    }

    @Override
    public synchronized Saved save(Draft draft) {
        UUID comparison = here();
        Saved saved = append(comparison, draft);
        drafts.remove(annotator.id(), comparison);
        return saved;
    }

    @Override
    public synchronized Optional<Showing> look(UUID comparisonId) {
        return showing(comparisonId);
    }

    /// The way back leads past it, the way on does not.
    @Override
    public synchronized Saved judge(UUID comparisonId, Draft draft) {
        Saved saved = append(comparisonId, draft);
        if (!trail.contains(comparisonId)) {
            trail.add(
                    Math.max(0, place == null ? trail.size() : trail.indexOf(place)), comparisonId);
        }
        return saved;
    }

    private Saved append(UUID comparison, Draft draft) {
        if (!draft.isVerdict()) {
            throw new ServiceException(
                    "judgement.empty",
                    "The verdict neither ranks two responses nor says that all are bad.",
                    "Choose a side, tie or both bad.");
        }
        UUID id = ids.next();
        Instant at = now();
        int responses =
                showing(comparison)
                        .orElseThrow(
                                () ->
                                        new ServiceException(
                                                "comparison.unknown",
                                                "There is no comparison " + comparison + ".",
                                                ""))
                        .responses()
                        .size();
        append(
                new JudgementEvent.Judged(
                        id,
                        new Judgement(
                                id,
                                comparison,
                                annotator.id(),
                                at,
                                draft.ranking(),
                                draft.strength(),
                                draft.acceptable(),
                                draft.bothBad(),
                                draft.explanation(),
                                Sides.of(annotator.id(), comparison, responses))));
        return new Saved(id, comparison, at);
    }

    @Override
    public synchronized void skip() {
        append(new JudgementEvent.Skipped(ids.next(), annotator.id(), now(), here()));
    }

    @Override
    public synchronized void flag(String reason) {
        append(new JudgementEvent.Flagged(ids.next(), annotator.id(), now(), here(), reason));
    }

    @Override
    public synchronized Optional<Step> undo() {
        return log.lastStanding().map(event -> takeBack(event.id(), event));
    }

    @Override
    public synchronized Optional<Step> redo() {
        return log.lastUndo()
                .flatMap(
                        undo ->
                                log.event(undo.undoes())
                                        .map(original -> takeBack(undo.id(), original)));
    }

    private Step takeBack(UUID target, JudgementEvent about) {
        append(new JudgementEvent.Undone(ids.next(), annotator.id(), now(), target));
        moveTo(DeskLog.comparison(about));
        return new Step(DeskLog.name(about), about.id(), current().orElseThrow());
    }

    /// Later than everything this person did, even when the clock was set back.
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant earliest = log.newest().map(event -> event.at().plusMillis(1)).orElse(Instant.MIN);
        return now.isBefore(earliest) ? earliest : now;
    }

    private void append(JudgementEvent event) {
        project.with(
                file -> {
                    file.judgements().append(event);
                    return true;
                });
        events.add(event);
        log = new DeskLog(events);
        project.changed(Change.JUDGEMENTS);
    }

    @Override
    public synchronized DeskProgress progress() {
        return Habits.of(log, project.content(), clock.instant());
    }

    @Override
    public void close() {
        drafts.close();
    }
}
