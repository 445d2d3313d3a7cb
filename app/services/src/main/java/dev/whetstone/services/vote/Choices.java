package dev.whetstone.services.vote;

import dev.whetstone.core.judgement.Judgement;
import dev.whetstone.core.project.Annotator;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.project.OpenProject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What people chose, pair by pair in the order of the project's pairs.
public final class Choices {
    private final List<List<Choice>> byPair;
    private final double[] preference;

    private Choices(List<List<Choice>> byPair) {
        this.byPair = byPair;
        this.preference =
                byPair.stream()
                        .mapToDouble(
                                choices ->
                                        choices.stream()
                                                .mapToDouble(Choice::preference)
                                                .average()
                                                .orElse(Double.NaN))
                        .toArray();
    }

    static Choices read(OpenProject project) {
        Map<UUID, String> names = new HashMap<>();
        project.with(file -> file.annotators().all())
                .forEach((Annotator a) -> names.put(a.id(), a.name()));
        Map<UUID, List<Judgement>> verdicts = new HashMap<>();
        project.judgements()
                .forEach(
                        v ->
                                verdicts.computeIfAbsent(v.comparisonId(), id -> new ArrayList<>())
                                        .add(v));
        List<List<Choice>> byPair = new ArrayList<>();
        for (PairView pair : project.content().pairs()) {
            List<Choice> choices = new ArrayList<>();
            for (Judgement verdict : verdicts.getOrDefault(pair.ref().comparisonId(), List.of())) {
                double p = verdict.preference(pair.ref().a(), pair.ref().b());
                if (!Double.isNaN(p)) {
                    choices.add(
                            new Choice(
                                    pair.ref(),
                                    verdict.id(),
                                    names.getOrDefault(verdict.annotatorId(), ""),
                                    p));
                }
            }
            byPair.add(List.copyOf(choices));
        }
        return new Choices(List.copyOf(byPair));
    }

    public List<Choice> of(int pair) {
        return byPair.get(pair);
    }

    /// The mean choice for A; NaN where nobody chose.
    public double preference(int pair) {
        return preference[pair];
    }

    /// One a pair.
    public double[] preferences() {
        return preference.clone();
    }

    /// The side that was chosen: +1 for A, -1 for B, 0 for a tie or nobody.
    public int side(int pair) {
        double p = preference[pair];
        return Double.isNaN(p) ? 0 : (int) Math.signum(p - .5);
    }

    /// Pairs on which somebody chose.
    public int judged() {
        return (int) Arrays.stream(preference).filter(p -> !Double.isNaN(p)).count();
    }
}
