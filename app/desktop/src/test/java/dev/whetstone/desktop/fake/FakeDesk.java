package dev.whetstone.desktop.fake;

import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Prompt;
import dev.whetstone.core.project.Response;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.DeskProgress;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Saved;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Standing;
import dev.whetstone.services.judge.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// A desk in memory: comparisons in order, drafts and verdicts kept by comparison.
public final class FakeDesk implements Desk {
    /// A comparison to show.
    public record Case(Prompt prompt, List<String> responses, List<Integer> shown) {}

    private final List<Case> cases;
    private final Map<Integer, Draft> drafts = new HashMap<>();
    private final Map<Integer, Draft> verdicts = new HashMap<>();
    private final Deque<Integer> done = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private int place;

    public FakeDesk(List<Case> cases) {
        this.cases = cases;
    }

    /// What was asked of the desk, in order: save 0, skip 1, flag 1 ...
    public List<String> calls() {
        return calls;
    }

    public Optional<Draft> verdict(int index) {
        return Optional.ofNullable(verdicts.get(index));
    }

    public Optional<Draft> draftOf(int index) {
        return Optional.ofNullable(drafts.get(index));
    }

    public static UUID id(int index) {
        return UUID.nameUUIDFromBytes(("comparison " + index).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Showing> current() {
        return showing(place);
    }

    @Override
    public Optional<Showing> look(UUID comparisonId) {
        return IntStream.range(0, cases.size())
                .filter(i -> id(i).equals(comparisonId))
                .boxed()
                .findFirst()
                .flatMap(this::showing);
    }

    @Override
    public Saved judge(UUID comparisonId, Draft draft) {
        int index =
                IntStream.range(0, cases.size())
                        .filter(i -> id(i).equals(comparisonId))
                        .findFirst()
                        .orElseThrow();
        calls.add("judge " + index);
        verdicts.put(index, draft);
        done.push(index);
        return new Saved(new UUID(1, index), comparisonId, Instant.EPOCH);
    }

    private Optional<Showing> showing(int place) {
        if (place >= cases.size()) {
            return Optional.empty();
        }
        Case c = cases.get(place);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < c.responses().size(); i++) {
            responses.add(
                    new Response(new UUID(place, i), c.prompt().id(), c.responses().get(i), ""));
        }
        Comparison comparison =
                new Comparison(
                        id(place), c.prompt().id(), responses.stream().map(Response::id).toList());
        Draft draft = drafts.getOrDefault(place, verdicts.getOrDefault(place, Draft.EMPTY));
        return Optional.of(
                new Showing(
                        comparison,
                        c.prompt(),
                        responses,
                        c.shown().isEmpty()
                                ? IntStream.range(0, responses.size()).boxed().toList()
                                : c.shown(),
                        draft,
                        verdicts.containsKey(place) ? Standing.JUDGED : Standing.NEW,
                        place + 1));
    }

    @Override
    public Optional<Showing> next() {
        place = Math.min(place + 1, cases.size());
        return current();
    }

    @Override
    public Optional<Showing> previous() {
        if (place == 0) {
            return Optional.empty();
        }
        place--;
        return current();
    }

    @Override
    public Optional<Showing> open(UUID comparisonId) {
        for (int i = 0; i < cases.size(); i++) {
            if (id(i).equals(comparisonId)) {
                place = i;
            }
        }
        return current();
    }

    @Override
    public void draft(Draft draft) {
        drafts.put(place, draft);
    }

    @Override
    public Saved save(Draft draft) {
        calls.add("save " + place);
        verdicts.put(place, draft);
        drafts.remove(place);
        done.push(place);
        return new Saved(new UUID(1, place), id(place), Instant.EPOCH);
    }

    @Override
    public void skip() {
        calls.add("skip " + place);
        done.push(place);
    }

    @Override
    public void flag(String reason) {
        calls.add("flag " + place);
        done.push(place);
    }

    @Override
    public Optional<Step> undo() {
        calls.add("undo");
        if (done.isEmpty()) {
            return Optional.empty();
        }
        place = done.pop();
        Draft taken = verdicts.remove(place);
        if (taken != null) {
            drafts.put(place, taken);
        }
        return Optional.of(new Step("choice", new UUID(1, place), current().orElseThrow()));
    }

    @Override
    public Optional<Step> redo() {
        return Optional.empty();
    }

    @Override
    public DeskProgress progress() {
        return new DeskProgress(
                verdicts.size() + 13, cases.size() + 58, 0, 0, 0.52, 0.63, Double.NaN);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
