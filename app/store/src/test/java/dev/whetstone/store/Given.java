package dev.whetstone.store;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.core.project.Ids;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.project.ProjectFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Small pieces that tests of the project file start from.
public final class Given {
    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Ids IDS = new Ids(InstantSource.fixed(NOON), new Random(7));

    private Given() {}

    public static UUID id() {
        return IDS.next();
    }

    public static List<Message> user(String text) {
        return List.of(new Message(Role.USER, text));
    }

    public static Comparison comparison(ProjectFile project, String prompt, String... responses) {
        UUID promptId = project.prompts().add(user(prompt), "").id();
        List<UUID> ids =
                java.util.Arrays.stream(responses)
                        .map(text -> project.responses().add(promptId, text, "").id())
                        .toList();
        return project.comparisons().add(promptId, ids);
    }

    /// The first response preferred, at `seconds` past noon.
    public static JudgementEvent.Judged judged(Comparison comparison, UUID annotator, int seconds) {
        Explanation explanation =
                new Explanation(
                        Box.WORSE,
                        "No \"next steps\" – Ärger.",
                        List.of(new EvidenceSpan(1, 0, 2)),
                        List.of("missing"));
        return new JudgementEvent.Judged(
                id(),
                new Judgement(
                        id(),
                        comparison.id(),
                        annotator,
                        NOON.plusSeconds(seconds),
                        Ranking.prefer(0, 1),
                        Strength.CLEARLY,
                        Acceptable.NO,
                        false,
                        explanation,
                        List.of(1, 0),
                        .75));
    }
}
