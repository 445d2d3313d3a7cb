package dev.whetstone.services;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.place.Places;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.worker.ModelRuntime;
import dev.whetstone.store.project.ProjectFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A project of a few comparisons, opened by services that have no worker.
public final class SmallProject implements AutoCloseable {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));

    private final ServiceGraph graph;
    private final ProjectServices services;
    private final List<UUID> comparisons;

    /// A question and two replies.
    public record Pair(String question, String a, String b) {}

    private SmallProject(ServiceGraph graph, ProjectServices services, List<UUID> comparisons) {
        this.graph = graph;
        this.services = services;
        this.comparisons = comparisons;
    }

    public static SmallProject of(Path folder, List<Pair> pairs) {
        return of(
                folder,
                pairs,
                (job, progress) -> {
                    throw new IllegalStateException("no model job is expected");
                });
    }

    /// With a runtime for model jobs.
    public static SmallProject of(Path folder, List<Pair> pairs, ModelRuntime runtime) {
        Path file = folder.resolve("claims.whetstone");
        List<UUID> comparisons;
        try (OpenProject made = OpenProject.create(file, CLOCK)) {
            comparisons =
                    made.with(
                            opened ->
                                    opened.inTransaction(
                                            () ->
                                                    pairs.stream()
                                                            .map(pair -> add(opened, pair))
                                                            .toList()));
        }
        return open(folder, runtime, comparisons);
    }

    /// One that was closed.
    public static SmallProject reopen(Path folder, ModelRuntime runtime) {
        return open(folder, runtime, List.of());
    }

    private static SmallProject open(Path folder, ModelRuntime runtime, List<UUID> comparisons) {
        ServiceGraph graph =
                ServiceGraph.with(
                        runtime,
                        new Places(folder.resolve("state"), folder.resolve("cache")),
                        CLOCK,
                        new Ids(CLOCK, new Random(7)));
        return new SmallProject(graph, graph.open(folder.resolve("claims.whetstone")), comparisons);
    }

    private static UUID add(ProjectFile file, Pair pair) {
        UUID prompt = file.prompts().add(List.of(new Message(Role.USER, pair.question())), "").id();
        UUID a = file.responses().add(prompt, pair.a(), "m").id();
        UUID b = file.responses().add(prompt, pair.b(), "m").id();
        return file.comparisons().add(prompt, List.of(a, b)).id();
    }

    public ProjectServices services() {
        return services;
    }

    /// In the order of the pairs.
    public List<UUID> comparisons() {
        return comparisons;
    }

    /// Ana prefers the longer reply of each comparison, and says something about the first.
    public void chooseTheLonger(Explanation said) {
        try (Desk desk = services.judging().desk(services.judging().annotator("ana"))) {
            for (int i = 0; i < comparisons.size(); i++) {
                Showing showing = desk.current().orElseThrow();
                boolean first =
                        showing.responses().get(0).text().length()
                                > showing.responses().get(1).text().length();
                desk.save(
                        new Draft(
                                first ? Ranking.prefer(0, 1) : Ranking.prefer(1, 0),
                                Strength.UNSAID,
                                Acceptable.UNSAID,
                                false,
                                i == 0 ? said : Explanation.NONE));
                if (desk.next().isPresent() != i + 1 < comparisons.size()) {
                    throw new IllegalStateException("the queue is not what was made");
                }
            }
        }
    }

    @Override
    public void close() {
        services.close();
        graph.close();
    }
}
