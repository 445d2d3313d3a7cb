package dev.whetstone.services.label;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.derived.LabelSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Labels over the project file; each new labelling is kept there with what it was derived from.
public final class ProjectLabels implements Labels {
    private final OpenProject project;
    private final Voting voting;
    private final InstantSource clock;

    public ProjectLabels(OpenProject project, Voting voting, InstantSource clock) {
        this.project = project;
        this.voting = voting;
        this.clock = clock;
    }

    @Override
    public Labelling label(ModelChoice model) {
        long from = System.nanoTime();
        Ballot ballot = voting.ballot();
        PairLabels fitted = Labeller.fit(model, ballot);
        List<PairLabel> labels = new ArrayList<>();
        for (int i = 0; i < ballot.pairs().size(); i++) {
            labels.add(Explained.of(ballot, fitted, i));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int j = 0; j < ballot.rules().size(); j++) {
            weights.put(ballot.rules().get(j).name(), fitted.weights()[j]);
        }
        Estimate accuracy = Labeller.heldOut(model, ballot);
        Labelling labelling =
                new Labelling(
                        used(fitted.model()),
                        labels,
                        weights,
                        .5,
                        fitted.converged(),
                        accuracy.value(),
                        accuracy.low(),
                        accuracy.high(),
                        (System.nanoTime() - from) / 1e9,
                        ContentHash.builder().add(ballot.hash()).add(fitted.model()).build().hex());
        store(ballot, labelling);
        return labelling;
    }

    private static ModelChoice used(String name) {
        for (ModelChoice choice : ModelChoice.values()) {
            if (choice.wireName().equals(name)) {
                return choice;
            }
        }
        throw new IllegalStateException("a label model calls itself " + name);
    }

    /// The same labels again are not stored again.
    private void store(Ballot ballot, Labelling labelling) {
        ContentHash from = new ContentHash(labelling.derivedFrom());
        boolean known =
                project.with(file -> file.labels().latest())
                        .map(set -> set.from().equals(from))
                        .orElse(false);
        if (known) {
            return;
        }
        voting.store(ballot);
        List<dev.whetstone.store.derived.PairLabel> rows = new ArrayList<>();
        for (PairLabel label : labelling.labels()) {
            if (label.isDecided()) {
                rows.add(
                        new dev.whetstone.store.derived.PairLabel(
                                label.ref().comparisonId(),
                                label.ref().a(),
                                label.ref().b(),
                                label.p(),
                                LabelJson.provenance(label)));
            }
        }
        var fit = JsonFiles.object();
        labelling.weights().forEach(fit::put);
        project.with(
                file -> {
                    file.labels()
                            .save(
                                    new LabelSet(
                                            UUID.randomUUID(),
                                            from,
                                            labelling.model().wireName(),
                                            "{}",
                                            fit.toString(),
                                            clock.instant()),
                                    rows);
                    return true;
                });
        project.changed(Change.LABELS);
    }

    @Override
    public Optional<PairLabel> explain(PairRef ref) {
        Ballot ballot = voting.ballot();
        for (int i = 0; i < ballot.pairs().size(); i++) {
            if (ballot.pairs().get(i).ref().equals(ref)) {
                return Optional.of(Explained.of(ballot, Labeller.fit(ModelChoice.AUTO, ballot), i));
            }
        }
        return Optional.empty();
    }
}
